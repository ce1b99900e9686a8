using System;
using System.Collections.Generic;
using System.Linq;

namespace CsCheck;

/// <summary>
/// CsCheck has no assets for .NET Framework. These are its names as far as the tests use them, with fixed draws, fewer of them and no
/// shrinking: what is looked for there is a difference of the runtime, not a new counterexample.
/// </summary>
internal static class Gen
{
    public static GenInt Int { get; } = new();

    public static GenChar Char { get; } = new();

    public static GenString String { get; } = new();

    public static Gen<bool> Bool { get; } = Int[0, 1].Select(i => i == 1);

    public static Gen<byte> Byte { get; } = Int[0, byte.MaxValue].Select(i => (byte)i);

    public static Gen<T> Const<T>(T value) => new(_ => value);

    public static Gen<T> Enum<T>()
        where T : struct, Enum => OneOf([.. ((T[])System.Enum.GetValues(typeof(T))).Select(Const)]);

    public static Gen<T> OneOf<T>(params Gen<T>[] choices) => new(random => choices[random.Next(choices.Length)].Draw(random));

    public static Gen<T> Frequency<T>(params (int Times, Gen<T> Choice)[] choices) =>
        OneOf([.. choices.SelectMany(c => Enumerable.Repeat(c.Choice, c.Times))]);

    public static GenMany<KeyValuePair<TKey, TValue>, Dictionary<TKey, TValue>> Dictionary<TKey, TValue>(Gen<TKey> keys, Gen<TValue> values)
        where TKey : notnull => new(
            Select(keys, values, (key, value) => new KeyValuePair<TKey, TValue>(key, value)),
            pairs => pairs.GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.First().Value));

    public static Gen<(T1, T2)> Select<T1, T2>(Gen<T1> first, Gen<T2> second) => Select(first, second, (a, b) => (a, b));

    public static Gen<(T1, T2, T3)> Select<T1, T2, T3>(Gen<T1> first, Gen<T2> second, Gen<T3> third) =>
        Select(first, second, third, (a, b, c) => (a, b, c));

    public static Gen<(T1, T2, T3, T4)> Select<T1, T2, T3, T4>(Gen<T1> first, Gen<T2> second, Gen<T3> third, Gen<T4> fourth) =>
        new(r => (first.Draw(r), second.Draw(r), third.Draw(r), fourth.Draw(r)));

    public static Gen<(T1, T2, T3, T4, T5)> Select<T1, T2, T3, T4, T5>(
        Gen<T1> first, Gen<T2> second, Gen<T3> third, Gen<T4> fourth, Gen<T5> fifth) =>
        new(r => (first.Draw(r), second.Draw(r), third.Draw(r), fourth.Draw(r), fifth.Draw(r)));

    public static Gen<(T1, T2, T3, T4, T5, T6)> Select<T1, T2, T3, T4, T5, T6>(
        Gen<T1> first, Gen<T2> second, Gen<T3> third, Gen<T4> fourth, Gen<T5> fifth, Gen<T6> sixth) =>
        new(r => (first.Draw(r), second.Draw(r), third.Draw(r), fourth.Draw(r), fifth.Draw(r), sixth.Draw(r)));

    public static Gen<TOut> Select<T1, T2, TOut>(Gen<T1> first, Gen<T2> second, Func<T1, T2, TOut> make) =>
        new(r => make(first.Draw(r), second.Draw(r)));

    public static Gen<TOut> Select<T1, T2, T3, TOut>(Gen<T1> first, Gen<T2> second, Gen<T3> third, Func<T1, T2, T3, TOut> make) =>
        new(r => make(first.Draw(r), second.Draw(r), third.Draw(r)));

    public static Gen<TOut> Select<T1, T2, T3, TOut>(this Gen<(T1, T2, T3)> values, Func<T1, T2, T3, TOut> make) =>
        values.Select(v => make(v.Item1, v.Item2, v.Item3));

    public static Gen<TOut> Select<T1, T2, T3, T4, TOut>(this Gen<(T1, T2, T3, T4)> values, Func<T1, T2, T3, T4, TOut> make) =>
        values.Select(v => make(v.Item1, v.Item2, v.Item3, v.Item4));

    public static Gen<TOut> Select<T1, T2, T3, T4, T5, T6, TOut>(
        this Gen<(T1, T2, T3, T4, T5, T6)> values, Func<T1, T2, T3, T4, T5, T6, TOut> make) =>
        values.Select(v => make(v.Item1, v.Item2, v.Item3, v.Item4, v.Item5, v.Item6));
}

/// <summary>Values of one kind.</summary>
internal class Gen<T>(Func<Random, T> draw)
{
    private const int MostTries = 10_000;

    public GenMany<T, T[]> Array => new(this, items => [.. items]);

    public GenMany<T, List<T>> List => new(this, items => [.. items]);

    public T Draw(Random random) => draw(random);

    public Gen<TOut> Select<TOut>(Func<T, TOut> make) => new(random => make(Draw(random)));

    public Gen<(T, T2, T3)> Select<T2, T3>(Gen<T2> second, Gen<T3> third) => Gen.Select(this, second, third);

    public Gen<TOut> SelectMany<TInner, TOut>(Func<T, Gen<TInner>> inner, Func<T, TInner, TOut> make) => new(random =>
    {
        T outer = Draw(random);
        return make(outer, inner(outer).Draw(random));
    });

    public Gen<T> Where(Func<T, bool> holds) => new(random => Enumerable.Range(0, MostTries).Select(_ => Draw(random)).First(holds));
}

/// <summary>Several values, as many as the index says: an exact count, or the least and the most.</summary>
internal sealed class GenMany<T, TMany>(Gen<T> item, Func<IEnumerable<T>, TMany> collect)
{
    public Gen<TMany> this[int count] => this[count, count];

    public Gen<TMany> this[int least, int most] =>
        new(random => collect([.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => item.Draw(random))]));
}

internal sealed class GenInt
{
    public Gen<int> this[int least, int most] => new(random => (int)(least + (long)(random.NextDouble() * ((long)most - least + 1))));
}

internal sealed class GenChar() : Gen<char>(random => (char)random.Next(char.MaxValue + 1))
{
    public Gen<char> this[char least, char most] => Gen.Int[least, most].Select(i => (char)i);

    public Gen<char> this[string characters] => Gen.Int[0, characters.Length - 1].Select(i => characters[i]);
}

internal sealed class GenString
{
    public Gen<string> this[Gen<char> characters, int least, int most] => characters.Array[least, most].Select(c => new string(c));
}
