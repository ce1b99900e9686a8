using System.Text.RegularExpressions;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>A URL as a script has it, cut into what rules speak of. What is missing is empty.</summary>
internal sealed record ScriptUrl(string Scheme, string Host, string Port, string Path, string Query)
{
    /// <summary>A scheme with all of its marks, or one of the two schemes with some of them.</summary>
    private static readonly Regex Start = new(
        @"\A(?:([A-Za-z][A-Za-z0-9+.-]{0,30})://|(https?)[:/]{1,3})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex PortEnd = new(@":[0-9]{1,5}\z", RegexOptions.CultureInvariant);

    /// <summary>Whether the scheme is written in full, with its marks.</summary>
    public bool HasScheme { get; private init; }

    /// <summary>The first part of the path, without slashes.</summary>
    public string Directory => DirectoryOf(Path);

    public static string DirectoryOf(string path)
    {
        string start = path.TrimStart('/');
        int end = start.IndexOf('/');
        return end < 0 ? start : start.Substring(0, end);
    }

    /// <summary>Cuts a text as .NET does: spaces around it do not count, and a backslash stands for a slash before the query.</summary>
    public static ScriptUrl Read(string text)
    {
        text = text.Trim();
        Match start = Start.Match(text);
        string rest = text.Substring(start.Length);
        int query = rest.IndexOfAny(['?', '#']);
        int path = rest.IndexOfAny(['/', '\\']);
        int authorityEnd = path >= 0 && (query < 0 || path < query) ? path : query >= 0 ? query : rest.Length;
        int pathEnd = query < 0 ? rest.Length : query;
        string authority = rest.Substring(0, authorityEnd);
        string port = PortEnd.Match(authority).Value;
        return new ScriptUrl(
            start.Groups[1].Success ? start.Groups[1].Value : start.Groups[2].Value,
            authority.Substring(0, authority.Length - port.Length),
            port,
            rest.Substring(authorityEnd, pathEnd - authorityEnd).Replace('\\', '/'),
            rest.Substring(pathEnd))
        {
            HasScheme = start.Groups[1].Success,
        };
    }

    public override string ToString() => Scheme + "://" + Host + Port + Path + Query;
}
