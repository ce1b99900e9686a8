using System;
using System.Text;
using System.Text.RegularExpressions;

namespace ExchangeNamespace.Scripts;

/// <summary>
/// A copy of a script that is safe to parse. The parser itself loads an assembly that a <c>using</c> statement names, and looks for modules
/// that a <c>using</c> statement or a <c>configuration</c> names, so these words are spoiled; every offset stays.
/// </summary>
internal static class HarmlessText
{
    private const char Lower = '\uE0F1';
    private const char Upper = '\uE0F2';

    private static readonly Regex Words = new(@"(?<![A-Za-z0-9_$])(?:using|configuration)(?![A-Za-z0-9_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    /// <summary>The copy.</summary>
    public static string Of(string script)
    {
        StringBuilder? copy = null;
        foreach (Match match in Words.Matches(script))
        {
            int place = match.Index + (match.Length == 5 ? 2 : 4);
            (copy ??= new StringBuilder(script))[place] = script[place] == 'I' ? Upper : Lower;
        }

        return copy?.ToString() ?? script;
    }

    /// <summary>A piece of the copy as it stands in the script.</summary>
    public static string Restore(string piece) => piece.Replace(Lower, 'i').Replace(Upper, 'I');

    /// <summary>Whether a name in the script is one of the spoiled words.</summary>
    public static bool IsSpoiled(string name) => Words.Match(name) is { Success: true } match && match.Length == name.Length;
}
