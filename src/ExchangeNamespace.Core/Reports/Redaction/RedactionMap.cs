using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Reports.Redaction;

/// <summary>What a substitute stands for.</summary>
internal enum RedactionKind
{
    /// <summary>A domain as registered, or the top of an internal one.</summary>
    Domain,

    /// <summary>A label of a host name.</summary>
    Label,

    /// <summary>A server.</summary>
    Server,

    /// <summary>An Active Directory site.</summary>
    Site,

    /// <summary>A network of addresses.</summary>
    Network,

    /// <summary>An address.</summary>
    Address,

    /// <summary>A thumbprint or serial number.</summary>
    Number,

    /// <summary>The local part of a mail address.</summary>
    Mailbox,

    /// <summary>A path of files or of a URL.</summary>
    Path,

    /// <summary>Any other name: an organisation, a connector, a part of a subject.</summary>
    Name,
}

/// <summary>A name with its substitute.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Original">The name, in the form in which equal names are equal.</param>
/// <param name="Substitute">What stands in its place.</param>
internal sealed record RedactionEntry(RedactionKind Kind, string Original, string Substitute);

/// <summary>The substitutes of one report: the same name has the same one, and none of them is itself a name of the report.</summary>
internal sealed class RedactionMap
{
    private readonly Dictionary<(RedactionKind Kind, string Original), string> _substitutes = [];
    private readonly List<RedactionEntry> _entries = [];
    private readonly Dictionary<RedactionKind, int> _counts = [];
    private readonly HashSet<string> _avoided = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The substitutes in the order in which they were made.</summary>
    public IReadOnlyList<RedactionEntry> Entries => _entries;

    /// <summary>The map as a table with tabs, one name a line.</summary>
    public IEnumerable<string> Lines =>
        ["Kind\tOriginal\tSubstitute", .. _entries.Select(e => $"{e.Kind}\t{ShownText.Of(e.Original)}\t{e.Substitute}")];

    /// <summary>Takes a text that no substitute may be.</summary>
    public void Avoid(string text) => _avoided.Add(text);

    /// <summary>The substitute of a name.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="original">The name, in the form in which equal names are equal.</param>
    /// <param name="make">Makes the substitute with a number, from 1.</param>
    public string Of(RedactionKind kind, string original, Func<int, string> make)
    {
        if (_substitutes.TryGetValue((kind, original), out string? known))
        {
            return known;
        }

        string substitute;
        do
        {
            _counts[kind] = _counts.TryGetValue(kind, out int last) ? last + 1 : 1;
            substitute = make(_counts[kind]);
        }
        while (_avoided.Contains(substitute));

        _substitutes.Add((kind, original), substitute);
        _entries.Add(new RedactionEntry(kind, original, substitute));
        return substitute;
    }

    /// <summary>A number as text.</summary>
    public static string Digits(int number, string format = "0") => number.ToString(format, CultureInfo.InvariantCulture);
}
