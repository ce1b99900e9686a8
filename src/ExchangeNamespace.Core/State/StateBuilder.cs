using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.State;

/// <summary>Collects captured objects into one state. What is captured twice and differs is not known: no line is built on it.</summary>
internal sealed class StateBuilder
{
    /// <summary>Bounds what is remembered of a capture in which every value is another.</summary>
    private const int MostShared = 200_000;

    private readonly HashSet<StateKind> _kinds = [];
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, string> _pool = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<StateKind, Dictionary<string, Captured<IReadOnlyList<string>>>> _settings = [];
    private readonly Dictionary<string, ExchangeVersion?> _versions = new(StringComparer.Ordinal);

    public Rows<CapturedServer> Servers { get; } = new(s => s.Name);

    public Rows<CapturedService> Services { get; } = new(s => s.Service + "|" + s.Identity);

    public Rows<CapturedService> AutodiscoverDirectories { get; } = new(s => s.Identity);

    public Rows<CapturedCertificate> Certificates { get; } = new(c => c.Server + "|" + c.Thumbprint);

    public Rows<CapturedReceiveConnector> ReceiveConnectors { get; } = new(c => c.Identity);

    public Rows<CapturedSendConnector> SendConnectors { get; } = new(c => c.Identity);

    public Rows<CapturedAcceptedDomain> AcceptedDomains { get; } = new(d => d.Name);

    public Rows<CapturedOutlookProvider> OutlookProviders { get; } = new(p => p.Name);

    public Rows<CapturedClientAccessArray> ClientAccessArrays { get; } = new(a => a.Name);

    public Rows<CapturedTransportServer> TransportServers { get; } = new(s => s.Name);

    public Rows<CapturedOrganization> Organizations { get; } = new(_ => string.Empty);

    public bool IsEmpty => _kinds.Count == 0;

    public void Note(StateKind kind) => _kinds.Add(kind);

    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>One copy of a text that many objects share.</summary>
    public string Shared(string text)
    {
        if (_pool.TryGetValue(text, out string? known))
        {
            return known;
        }

        if (_pool.Count < MostShared)
        {
            _pool.Add(text, text);
        }

        return text;
    }

    /// <summary>One copy of the values of a setting, which most servers have alike.</summary>
    public Captured<IReadOnlyList<string>> Shared(Captured<IReadOnlyList<string>> setting)
    {
        if (setting.Value is not { } values)
        {
            return setting;
        }

        string key = values.Count == 1 ? values[0] : string.Join("\n", values);
        if (_lists.TryGetValue(key, out IReadOnlyList<string>? known) && known.Count == values.Count)
        {
            return Captured.Known(known);
        }

        if (_lists.Count < MostShared)
        {
            _lists[key] = values;
        }

        return setting;
    }

    /// <summary>One copy of the settings of a service, where those of the server before are the same.</summary>
    /// <param name="kind">The service.</param>
    /// <param name="settings">Each property with its value, as <see cref="Shared(Captured{IReadOnlyList{string}})"/> gave it.</param>
    public IReadOnlyDictionary<string, Captured<IReadOnlyList<string>>> Shared(StateKind kind,
        List<(string Property, Captured<IReadOnlyList<string>> Value)> settings)
    {
        if (_settings.TryGetValue(kind, out Dictionary<string, Captured<IReadOnlyList<string>>>? last) && last.Count == settings.Count
            && settings.TrueForAll(s => last.TryGetValue(s.Property, out Captured<IReadOnlyList<string>> known)
                && known.Status == s.Value.Status && ReferenceEquals(known.Value, s.Value.Value)))
        {
            return last;
        }

        return _settings[kind] = settings.ToDictionary(s => s.Property, s => s.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The version of a captured text; null beside a finding for one that is not known.</summary>
    public ExchangeVersion? VersionOf(string server, string text)
    {
        if (!_versions.TryGetValue(text, out ExchangeVersion? version))
        {
            ExchangeVersionReader.TryParse(text, "AdminDisplayVersion", out version, out _);
            _versions.Add(text, version);
        }

        if (version is null)
        {
            Add(Findings.Warning(
                StateFindingCodes.VersionNotKnown, server,
                $"The captured version '{VisibleText.Short(text)}' is not one that this module knows.",
                "State the version of the server in the plan.", "S63"));
        }

        return version;
    }

    public ExchangeState Build()
    {
        List<CapturedService> services = Whole(Services, "service", CapturedServiceMerge.Merge);
        List<CapturedService> directories = Whole(AutodiscoverDirectories, "Autodiscover virtual directory", CapturedServiceMerge.Merge);
        return new ExchangeState
        {
            Kinds = [.. _kinds.OrderBy(k => k)],
            Servers = WithExtendedProtection(WithOutlookAnywhere(Whole(Servers, "server"), services), services.Concat(directories)),
            Services = services,
            AutodiscoverDirectories = directories,
            Certificates = Whole(Certificates, "certificate"),
            ReceiveConnectors = Whole(ReceiveConnectors, "receive connector"),
            SendConnectors = Whole(SendConnectors, "send connector"),
            AcceptedDomains = Whole(AcceptedDomains, "accepted domain"),
            OutlookProviders = Whole(OutlookProviders, "Outlook provider"),
            ClientAccessArrays = Whole(ClientAccessArrays, "client access array"),
            TransportServers = Whole(TransportServers, "transport server"),
            Organization = Whole(Organizations, "organisation").FirstOrDefault(),
            Findings = [.. _findings],
        };
    }

    /// <summary>Where Outlook Anywhere was captured, a server without it has it not enabled.</summary>
    private List<CapturedServer> WithOutlookAnywhere(List<CapturedServer> servers, List<CapturedService> services)
    {
        if (_kinds.Contains(StateKind.OutlookAnywhere))
        {
            HashSet<string> enabled = new(
                services.Where(s => s.Service == ClientService.OutlookAnywhere && s.IsDefault)
                    .Select(s => s.Server), StringComparer.OrdinalIgnoreCase);
            servers.ForEach(s => s.OutlookAnywhereEnabled = Captured.Known(enabled.Contains(s.Name)));
        }

        return servers;
    }

    private static List<CapturedServer> WithExtendedProtection(List<CapturedServer> servers, IEnumerable<CapturedService> directories)
    {
        HashSet<string> on = TokenChecking.Servers(directories);
        foreach (CapturedServer server in servers.Where(s => on.Contains(s.Name)))
        {
            server.ExtendedProtection = Captured.Known(true);
        }

        return servers;
    }

    private List<T> Whole<T>(Rows<T> rows, string noun, Func<T, T, T>? merge = null)
        where T : class
    {
        List<T> list = rows.Merged(merge ?? ((first, _) => first), out IReadOnlyList<T> twice);
        foreach (T row in twice)
        {
            _findings.Add(Findings.Warning(StateFindingCodes.CapturedTwice, VisibleText.Short(row.ToString()!),
                $"The {noun} is in the capture more than once. "
                    + (merge is null ? "The first is used." : "Values that differ are treated as not captured."),
                "Import one capture at a time.", "1E"));
        }

        return list;
    }

    /// <summary>Objects of one kind in the order in which they came.</summary>
    public sealed class Rows<T>(Func<T, string> key)
        where T : class
    {
        private readonly List<T> _rows = [];

        public void Add(T row) => _rows.Add(row);

        public List<T> Merged(Func<T, T, T> merge, out IReadOnlyList<T> twice)
        {
            Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
            List<T> list = new(_rows.Count);
            Dictionary<int, T> repeated = [];
            foreach (T row in _rows)
            {
                string name = key(row);
                if (!places.TryGetValue(name, out int place))
                {
                    places.Add(name, list.Count);
                    list.Add(row);
                    continue;
                }

                list[place] = merge(list[place], row);
                repeated[place] = list[place];
            }

            twice = [.. repeated.Values];
            return list;
        }
    }
}
