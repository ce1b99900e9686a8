using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>What counts of one answer. Texts of the server are short and hold nothing that a terminal would obey.</summary>
internal sealed record ServiceAnswer
{
    private const int MostSchemes = 8;
    private const int LongestName = 32;
    private const int BuildParts = 4;

    private static readonly Regex BuildInPage =
        new(@"/owa/auth/(\d{1,2}(\.\d{1,5}){2,3})/", RegexOptions.CultureInvariant);

    private static readonly Regex JsonUrl =
        new(@"""Url""\s*:\s*""((?:[^""\\]|\\.){1,2048})""", RegexOptions.CultureInvariant);

    public required HttpStatus Status { get; init; }

    /// <summary>The status code; 0 without a response.</summary>
    public int Code { get; init; }

    /// <summary>The names of the schemes that it offers, each once.</summary>
    public IReadOnlyList<string> Schemes { get; init; } = [];

    /// <summary>Whether it carries the second message of NTLM.</summary>
    public bool HasToken { get; init; }

    /// <summary>Where it leads to, as it was sent; null for nowhere.</summary>
    public string? Location { get; init; }

    /// <summary>The server that answers by its own word; null where it does not say.</summary>
    public string? FrontEnd { get; init; }

    /// <summary>The build of Exchange; null where it does not say.</summary>
    public Version? Build { get; init; }

    /// <summary>The Server header; null without one.</summary>
    public string? Web { get; init; }

    /// <summary>The Strict-Transport-Security header; null without one.</summary>
    public string? TransportSecurity { get; init; }

    /// <summary>Whether a header stands there that Exchange writes and proxies do not.</summary>
    public bool IsExchange { get; init; }

    /// <summary>Whether it is the challenge of ISA or TMG.</summary>
    public bool IsSessionProxy { get; init; }

    /// <summary>Whether the server ends the connection after it.</summary>
    public bool Closes { get; init; }

    /// <summary>The URL in a document of Autodiscover in JSON; null for none.</summary>
    public string? DiscoveredUrl { get; init; }

    /// <summary>Reads an answer.</summary>
    public static ServiceAnswer Of(HttpAnswer answer)
    {
        if (answer.Response is not { } response)
        {
            return new ServiceAnswer { Status = answer.Status };
        }

        string[] challenges = [.. response.Headers.Where(h => Is(h.Key, "WWW-Authenticate")).Select(h => h.Value)];
        string body = Encoding.ASCII.GetString(response.Body);
        string? version = response.Header("X-OWA-Version");
        string? named = Named(response.Header("X-FEServer"));
        return new ServiceAnswer
        {
            Status = answer.Status,
            Code = response.StatusCode,
            Schemes = [.. challenges.SelectMany(SchemesIn).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostSchemes)],
            HasToken = challenges.Any(c => c.StartsWith("NTLM TlRMTVNTUAAC", StringComparison.OrdinalIgnoreCase)),
            Location = response.Header("Location") is { Length: > 0 } location ? location : null,
            FrontEnd = named,
            Build = BuildOf(version) ?? BuildOf(Match(BuildInPage, body)),
            Web = Named(response.Header("Server")),
            TransportSecurity = response.Header("Strict-Transport-Security") is { } hsts ? VisibleText.Short(hsts) : null,
            IsExchange = named is not null || version is not null || response.Header("X-CalculatedBETarget") is not null
                || Guid.TryParse(response.Header("request-id"), out _),
            IsSessionProxy = Is(response.Header("Proxy-Support"), "Session-Based-Authentication"),
            Closes = Is(response.Header("Connection"), "close"),
            DiscoveredUrl = Match(JsonUrl, body)?.Replace("\\/", "/"),
        };
    }

    /// <summary>The schemes of one header, which may hold several: quoted texts are left out, and parameters are no schemes.</summary>
    internal static IEnumerable<string> SchemesIn(string header)
    {
        string[] quoted = header.Split('"');
        string bare = string.Concat(quoted.Where((_, i) => i % 2 == 0));
        return bare.Split(',').Select(p => p.Trim().Split(' ')[0]).Where(p => p.Length > 0 && p.IndexOf('=') < 0)
            .Select(p => VisibleText.Of(p, LongestName)).Take(MostSchemes);
    }

    private static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : VisibleText.Of(text!.Trim(), LongestName);

    private static Version? BuildOf(string? text) =>
        text is { Length: < LongestName } && text.Split('.').Length is BuildParts or BuildParts - 1
            && Version.TryParse(text, out Version? build) ? build : null;

    private static string? Match(Regex regex, string body) =>
        regex.Match(body) is { Success: true } match ? match.Groups[1].Value : null;

    private static bool Is(string? one, string other) => string.Equals(one?.Trim(), other, StringComparison.OrdinalIgnoreCase);
}
