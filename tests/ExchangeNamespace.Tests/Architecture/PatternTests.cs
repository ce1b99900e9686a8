using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using ExchangeNamespace.Cmdlets;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Architecture;

/// <summary>
/// A regular expression of the module has no limit of time: a machine that stands still for a moment would turn a harmless text into an
/// exception. What takes its place is that the work does not grow with the square of the text.
/// </summary>
public class PatternTests
{
    private const int Long = 100_000;

    /// <summary>What is repeated in a text that keeps a pattern busy.</summary>
    private static readonly string[] s_units =
    [
        " ", "a", "1", "-", "_", ".", ";", "\"", "\\", "/", "<", "a-", "a.", "1.", "a ", "a,", "; ", "\n ", "\na-", "[ ", "a/",
        "\"Url\" ", "Version ", "using ", "max-age ",
    ];

    /// <summary>What patterns with a fixed beginning ask for, each before what they repeat.</summary>
    private static readonly string[] s_beginnings =
    [
        "a", "1", "-", "\"Url\"", "Microsoft", "Exchange", "Exchange Server", "2016", "Version", "Version 15.1 ", "id", "/autodiscover",
        "/owa/auth/", ";max-age", "using ", "Sat", "Sat 22:00", "001-",
    ];

    private static readonly string[] s_texts =
        [.. s_units.Select(Many), .. s_beginnings.SelectMany(b => new[] { " ", "a", "1", "-", "a," }.Select(u => b + Many(u)))];

    /// <summary>Far beyond what a linear search takes on a busy machine, and below what a quadratic one takes on a fast one.</summary>
    private static readonly TimeSpan s_hung = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Names => [.. Patterns.Keys];

    private static Dictionary<string, Regex> Patterns { get; } = new[] { typeof(NamespacePlan).Assembly, typeof(GetNamespacePlanCommand).Assembly }
        .SelectMany(a => a.GetTypes())
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(f => f.FieldType == typeof(Regex))
        .ToDictionary(f => f.DeclaringType!.Name + "." + f.Name, f => (Regex)f.GetValue(null)!);

    [Fact]
    public void They_are_found() => Assert.True(Patterns.Count > 15, string.Join(", ", Patterns.Keys));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_pattern_has_a_limit_of_time(string name) => Assert.Equal(Regex.InfiniteMatchTimeout, Patterns[name].MatchTimeout);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_work_of_a_pattern_grows_as_its_text(string name)
    {
        Regex watched = new(Patterns[name].ToString(), Patterns[name].Options, s_hung);
        Assert.All(s_texts, text => Assert.True(Ends(watched, text), $"{name} on '{text[..50]}'"));
    }

    private static string Many(string unit) => string.Concat(Enumerable.Repeat(unit, Long / unit.Length)) + "\0";

    private static bool Ends(Regex watched, string text)
    {
        try
        {
            return watched.Matches(text).Count >= 0;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
