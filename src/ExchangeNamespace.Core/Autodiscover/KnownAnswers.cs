using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Autodiscover;

/// <summary>What is known of a name that neither plan nor state says: who answers there.</summary>
internal enum KnownAnswerKind
{
    /// <summary>No service listens.</summary>
    Silent,

    /// <summary>A web site that is not Autodiscover.</summary>
    OtherPage,

    /// <summary>Autodiscover.</summary>
    Autodiscover,

    /// <summary>A redirect.</summary>
    Redirect,
}

/// <summary>One answer that was stated.</summary>
internal sealed record KnownAnswer(KnownAnswerKind Kind, HttpTarget? Target = null);

/// <summary>
/// What the caller knows beside the plan, read from a map: a host, a URL without path or a service record leads to a word or to a target.
/// </summary>
internal sealed class KnownAnswers
{
    private const string NoName = "NoName";

    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private readonly Dictionary<(bool Secure, string Host), KnownAnswer> _answers = [];
    private readonly Dictionary<string, KnownService?> _services = new(StringComparer.Ordinal);

    public static KnownAnswers None { get; } = new();

    /// <summary>Reads the map; what cannot be read becomes a fault.</summary>
    public static KnownAnswers Read(IReadOnlyDictionary<string, object?>? map, string parameter, List<InputFault> faults)
    {
        KnownAnswers known = new();
        foreach (KeyValuePair<string, object?> entry in map ?? new Dictionary<string, object?>())
        {
            string value = entry.Value as string ?? string.Empty;
            if (!known.Add(entry.Key.Trim().ToLowerInvariant(), value.Trim()))
            {
                faults.Add(new InputFault(FaultIds.KnownAnswerInvalid, parameter, entry.Key,
                    $"{parameter} '{VisibleText.Short(entry.Key)}' = '{VisibleText.Short(value)}' cannot be read. Name a host or "
                        + "http://host with NoName, Silent, OtherPage, Autodiscover or a URL; or _autodiscover._tcp.domain with NoName or "
                        + "host:port."));
            }
        }

        return known;
    }

    public bool IsMissing(string host) => _missing.Contains(host);

    public KnownAnswer? Find(bool secure, string host) => _answers.TryGetValue((secure, host), out KnownAnswer? answer) ? answer : null;

    /// <summary>The service record of a domain.</summary>
    /// <returns>Whether anything is known of it; null stands for none.</returns>
    public bool TryFindService(string domain, out KnownService? service) => _services.TryGetValue(domain, out service);

    private bool Add(string key, string value)
    {
        if (key.StartsWith(AutodiscoverLabels.ServicePrefix, StringComparison.Ordinal))
        {
            return AddService(key.Substring(AutodiscoverLabels.ServicePrefix.Length), value);
        }

        bool bare = key.IndexOf("://", StringComparison.Ordinal) < 0;
        if (!HttpTarget.TryParse(bare ? "https://" + key : key, out HttpTarget? asked) || asked.Path != "/" || asked.Port is not null)
        {
            return false;
        }

        if (Is(value, NoName))
        {
            return bare && _missing.Add(asked.Host);
        }

        KnownAnswer? answer = HttpTarget.TryParse(value, out HttpTarget? target)
            ? new KnownAnswer(KnownAnswerKind.Redirect, target)
            : Words.Where(w => Is(value, w.ToString())).Select(w => new KnownAnswer(w)).FirstOrDefault();
        if (answer is not null)
        {
            _answers[(asked.IsSecure, asked.Host)] = answer;
        }

        return answer is not null;
    }

    private static IEnumerable<KnownAnswerKind> Words => [KnownAnswerKind.Silent, KnownAnswerKind.OtherPage, KnownAnswerKind.Autodiscover];

    private bool AddService(string domain, string value)
    {
        if (Is(value, NoName))
        {
            _services[domain] = null;
            return true;
        }

        int colon = value.LastIndexOf(':');
        int port = StepTarget.ServicePort;
        if ((colon >= 0 && !int.TryParse(value.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port))
            || port is < 1 or > 65535
            || !NameSyntax.TryNormalise(colon < 0 ? value : value.Substring(0, colon), nameof(value), out string? host, out _))
        {
            return false;
        }

        _services[domain] = new KnownService(host, port);
        return true;
    }

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A service record.</summary>
internal sealed record KnownService(string Host, int Port);
