using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ExchangeNamespace.Catalog;

namespace ExchangeNamespace.Reports.Redaction;

/// <summary>
/// Replaces names within sentences: the names that are known, and whatever has the form of a host, an address, a mail address, a number of
/// a certificate or a path. What only looks like a host is replaced too.
/// </summary>
internal sealed class TextRedactor
{
    private const string Label = @"[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}])?";
    private const string HostForm = @"(?:\*\.)?" + Label + @"(?:[.\u3002\uFF0E\uFF61]" + Label + ")+";
    private const string NoWordBefore = @"(?<![\p{L}\p{N}])";
    private const string NoWordBehind = @"(?![\p{L}\p{N}])";

    /// <summary>
    /// A word that is longer than any host or mail address is replaced as a whole. To look for names within it would take a time that
    /// grows with the square of its length.
    /// </summary>
    private const string LongWord = @"(?<long>(?<![^\s""'<>,;])[^\s""'<>,;]{321,})";

    /// <summary>How files end that the texts of the module name, and its own members.</summary>
    private static readonly HashSet<string> NoTopLevel = new(StringComparer.OrdinalIgnoreCase)
    {
        "asmx", "aspx", "svc", "dll", "xml", "clixml", "ps1", "psd1", "json", "txt", "csv", "inf", "req", "cer", "crt", "pem", "pfx", "exe",
        "config", "file", "html",
    };

    /// <summary>The paths of Exchange, which are the same everywhere.</summary>
    private static readonly HashSet<string> UrlPaths = new(ServiceCatalog.Definitions.Select(d => d.Path)
        .Concat(["/Autodiscover/Autodiscover.json", "/rpc", "/exchange", "/public"]), StringComparer.OrdinalIgnoreCase);

    private readonly NameSubstitutes _names;
    private readonly AddressSubstitutes _addresses;
    private readonly Dictionary<string, Func<string, string>> _terms;
    private readonly Regex _pattern;

    /// <summary>Prepares the replacement of the known names.</summary>
    public TextRedactor(NameSubstitutes names, AddressSubstitutes addresses,
        IReadOnlyDictionary<string, Func<string, string>> terms)
    {
        _names = names;
        _addresses = addresses;
        _terms = terms.ToDictionary(t => t.Key, t => t.Value, StringComparer.OrdinalIgnoreCase);
        ILookup<bool, string> byForm = _terms.Keys.OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal)
            .ToLookup(t => t.Any(c => c is '.' or ' ' or '\\' or '/'), Regex.Escape);
        _pattern = new Regex(string.Join("|", new[]
        {
            LongWord,
            Terms("term", byForm[true]),
            @"(?<url>[A-Za-z][A-Za-z0-9+.-]*://(?<urlhost>[^\s/""'<>,;)]+)(?<urlpath>/[^\s""'<>,;)]*)?)",
            @"(?<mail>(?<local>[\p{L}\p{N}._%+-]+)@(?<maildomain>" + HostForm + "))",
            @"(?<path>" + NoWordBefore + @"[A-Za-z]:\\[^\s""'<>|]*|\\\\[^\s""'<>|\\]+\\[^\s""'<>|]*|(?<![^\s'""(])/[\w.-]+(?:/[\w.-]+)+)",
            "(?<hex>" + NoWordBefore + "(?:[0-9A-Fa-f]{32,}|(?:[0-9A-Fa-f]{2}[: -]){15,}[0-9A-Fa-f]{2})" + NoWordBehind + ")",
            @"(?<ip6>(?<![\p{L}\p{N}:])(?:[0-9A-Fa-f]{0,4}:){2,7}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{1,4})?" + NoWordBehind
                + @"|(?<=ip6:)(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}" + NoWordBehind + ")",
            @"(?<ip4>(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}]|\.\d))",
            "(?<host>" + NoWordBefore + HostForm + ")",
            Terms("word", byForm[false]),
        }.Where(p => p.Length > 0)), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    /// <summary>A sentence, a list, a setting: anything that may hold names among other words.</summary>
    public string Of(string text) => text.Length == 0 ? text : _pattern.Replace(text, Replace);

    /// <summary>A URL, an address, a host or the name of a server, and nothing else.</summary>
    public string Value(string text) => _addresses.OfRange(text)
        ?? (text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_') ? _names.Server(text) : Of(text));

    private static string Terms(string group, IEnumerable<string> terms)
    {
        string joined = string.Join("|", terms);
        return joined.Length == 0 ? string.Empty : "(?<" + group + ">" + NoWordBefore + "(?:" + joined + ")" + NoWordBehind + ")";
    }

    private string Replace(Match match) =>
        match.Groups["term"].Success || match.Groups["word"].Success ? _terms[match.Value](match.Value)
        : match.Groups["url"].Success ? Url(match)
        : match.Groups["mail"].Success ? _names.Mailbox(match.Groups["local"].Value, match.Groups["maildomain"].Value)
        : match.Groups["path"].Success ? FilePath(match.Value)
        : match.Groups["long"].Success ? _names.Other(match.Value)
        : match.Groups["hex"].Success ? _names.Number(match.Value)
        : match.Groups["host"].Success ? Host(match.Value)
        : _addresses.Of(match.Value) ?? match.Value;

    /// <summary>What ends a sentence behind a path is not of it.</summary>
    private string FilePath(string text)
    {
        string path = text.TrimEnd('.', ',', ';', ':', ')');
        return (UrlPaths.Contains(path) ? path : _names.FilePath(path)) + text.Substring(path.Length);
    }

    private string Host(string text)
    {
        string plain = text.Replace('\u3002', '.').Replace('\uFF0E', '.').Replace('\uFF61', '.');
        string last = plain.Substring(plain.LastIndexOf('.') + 1);
        return last.All(char.IsDigit) || NoTopLevel.Contains(last) ? text : _names.Host(plain);
    }

    private string Url(Match match)
    {
        string scheme = match.Value.Substring(0, match.Value.IndexOf(':'));
        string authority = match.Groups["urlhost"].Value;
        int port = authority.LastIndexOf(':');
        bool hasPort = port > 0 && authority.Skip(port + 1).All(char.IsDigit);
        string host = Value((hasPort ? authority.Substring(0, port) : authority).Trim('[', ']'));
        string path = match.Groups["urlpath"].Value;
        string end = path.Substring(path.TrimEnd('.', ':').Length);
        path = path.Substring(0, path.Length - end.Length);
        return scheme + "://" + (host.IndexOf(':') >= 0 ? "[" + host + "]" : host) + (hasPort ? authority.Substring(port) : string.Empty)
            + (path.Length == 0 || UrlPaths.Contains(path.TrimEnd('/')) ? path : "/" + _names.FilePath(path)) + end;
    }
}
