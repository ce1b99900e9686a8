using System;
using System.Linq;

namespace ExchangeNamespace.Documentation.Tests.Pages;

/// <summary>How printed text is written on a page.</summary>
internal static class Printed
{
    /// <summary>Without blanks at the end of a line, and without empty lines at both ends.</summary>
    public static string Trim(string text) =>
        string.Join('\n', text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(l => l.TrimEnd())).Trim('\n');
}
