using System;
using System.Collections.Generic;
using Xunit;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>One fault of an organisation.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Break">Breaks it.</param>
/// <param name="Expected">The results that then do not pass; the first is the fault itself, the others follow from it.</param>
internal sealed record VerdictFault(string Name, Action<OrganisationParts> Break, params string[] Expected)
{
    public static VerdictFault Inside(string name, string old, string replacement, params string[] expected) =>
        new(name, p => p.Inside = Replaced(p.Inside, old, replacement), expected);

    public static VerdictFault Outside(string name, string old, string replacement, params string[] expected) =>
        new(name, p => p.Outside = Replaced(p.Outside, old, replacement), expected);

    public static VerdictFault Known(string name, string old, string replacement, params string[] expected) =>
        new(name, p => p.Known = Replaced(p.Known, old, replacement), expected);

    public static VerdictFault Reverse(string name, string old, string replacement, params string[] expected) =>
        new(name, p => p.Reverse = Replaced(p.Reverse, old, replacement), expected);

    public static VerdictFault Capture(string name, string file, string old, string replacement, params string[] expected) =>
        new(name, p => p.Capture[file + ".xml"] = Replaced(p.Capture[file + ".xml"], old, replacement), expected);

    public override string ToString() => Name;

    private static string Replaced(string text, string old, string replacement)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, replacement, StringComparison.Ordinal);
    }
}
