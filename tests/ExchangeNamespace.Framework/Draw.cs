namespace ExchangeNamespace.Framework;

/// <summary>The same numbers on every runtime.</summary>
internal sealed class Draw(ulong seed)
{
    private ulong _state = seed;

    public int Next(int below)
    {
        _state = unchecked((_state * 6364136223846793005UL) + 1442695040888963407UL);
        return (int)((_state >> 33) % (ulong)below);
    }

    public T One<T>(params T[] values) => values[Next(values.Length)];

    public bool Maybe() => Next(2) == 0;
}
