using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Planning;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Migration.Simulation;

/// <summary>Organisations of a seed: sites, servers, mixed versions, names, certificates, connectors, and the servers that come.</summary>
internal sealed class RandomOrganisations
{
    /// <summary>What a new version may stand beside.</summary>
    private static readonly (string New, string[] Old)[] Ways =
    [
        ("2010SP3", ["2007SP3"]), ("2013CU23", ["2007SP3"]), ("2013CU23", ["2010SP3"]), ("2013CU23", ["2010SP3", "2007SP3"]),
        ("2016CU23", ["2010SP3"]), ("2016CU23", ["2013CU23"]), ("2016CU23", ["2013CU23", "2010SP3"]), ("2019CU14", ["2013CU23"]),
        ("2019CU14", ["2016CU23", "2013CU23"]), ("2019CU15", ["2016CU23"]), ("SE", ["2016CU23"]), ("SE", ["2019CU15"]),
        ("SE", ["2019CU15", "2016CU23"]),
    ];

    private static readonly string[] SiteNames = ["Zurich", "Bern", "Genève", "St. Gallen"];

    private readonly Random _random;
    private readonly string _zone;
    private readonly string _addresses;
    private bool _isMixed;

    private RandomOrganisations(int seed)
    {
        _random = new Random(seed);
        _zone = One("contoso.com", "fabrikam.example.org", "xn--mller-kva.ch");
        _addresses = One("nothing", "server", "balancer");
    }

    /// <summary>The migration of a seed; null where the planner of names or of steps refuses what the seed says.</summary>
    public static NamespaceMigration? Make(int seed) => new RandomOrganisations(seed).Make();

    private NamespaceMigration? Make()
    {
        (string next, string[] older) = One(Ways);
        int sites = 1 + _random.Next(3);
        bool oneHost = sites > 1 && older.All(v => string.CompareOrdinal(v, "2013") > 0) && Chance(3);
        Dictionary<string, object?>[] places = [.. Enumerable.Range(0, sites).Select(i => Site(i, oneHost, older.Contains("2007SP3")))];
        (string, object?)[] members = [.. Members(older.Contains("2007SP3") || Chance(9)), ("Site", places.ToArray<object>())];
        _isMixed = older.Length > 1;
        List<Dictionary<string, object?>> present = [];
        List<Dictionary<string, object?>> target = [];
        bool inPlace = next == "SE" && older is ["2019CU15"] && Chance(2);
        for (int site = 0; site < sites; site++)
        {
            bool stays = site > 0 && Chance(5);
            for (int n = 1 + _random.Next(3); n > 0; n--)
            {
                // Sites that the Internet reaches get a newer version first, as Microsoft's documents want it.
                string version = n == 1 && !places[site].ContainsKey("InternetFacing") ? older[0] : One(older);
                Dictionary<string, object?> server = Server($"OLD{site}{n}", version, site, 10 + n);
                present.Add(server);
                target.AddRange(inPlace ? [new(server, StringComparer.OrdinalIgnoreCase) { ["ExchangeVersion"] = "SE" }] : stays ? [server] : []);
            }

            for (int n = inPlace || stays ? 0 : 1 + _random.Next(3); n > 0; n--)
            {
                target.Add(Server($"NEW{site}{n}", next, site, 20 + n));
            }
        }

        PlanResult from = Plans.Try(present.ToArray<object>(), [.. members, ("ExternalIPAddress", Outside(10))]);
        PlanResult to = Plans.Try(target.ToArray<object>(), [.. members, ("ExternalIPAddress", Outside(inPlace ? 10 : 20))]);
        List<InputFault> faults = [.. from.Faults, .. to.Faults];
        return faults.Count > 0 ? null : MigrationPlanner.Plan(
            new MigrationInput
            {
                Present = from.Plan!,
                Plans = [to.Plan!],
                State = Chance(2) ? null : State(present),
                ForestLevel = ForestFunctionalLevel.Windows2016Forest,
                TimeToLive = One<TimeSpan?>(null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromDays(1)),
            },
            faults);
    }

    private IEnumerable<(string, object?)> Members(bool legacy)
    {
        yield return ("ExternalHost", $"{One("mail", "webmail", "owa", "post", "outlook")}.{_zone}");
        yield return ("ADDomain", One(_zone, "ad." + _zone, "corp.example.net"));
        yield return ("SmtpDomain", Chance(3) ? new[] { _zone, "brand.example.org" } : new[] { _zone });
        yield return ("DnsModel", One("Split", "Separate", "Pinpoint"));
        yield return ("ReverseProxy", One(Enum.GetNames<ReverseProxyStrategy>()));
        yield return ("CertificateAuthority", "Internal");
        yield return ("CertificatePerSite", Chance(3));
        if (legacy)
        {
            yield return ("LegacyHost", "legacy." + _zone);
        }

        if (Chance(2))
        {
            yield return ("MailHost", "smtp." + _zone);
        }

        if (Chance(4))
        {
            yield return ("InternalHost", "inside." + _zone);
        }
    }

    private Dictionary<string, object?> Site(int i, bool oneHost, bool legacy)
    {
        bool facing = i == 0 || Chance(2);
        return Plans.Members([("Name", SiteNames[i]),
            .. i == 0 || oneHost ? [] : facing ? new (string, object?)[] { ("ExternalHost", $"mail{i}.{_zone}"), ("InternalHost", $"mail{i}.{_zone}") }
                : [("InternetFacing", false), ("InternalHost", $"site{i}.{_zone}")],
            .. i > 0 && legacy ? [("LegacyHost", $"legacy{i}.{_zone}")] : Array.Empty<(string, object?)>(),
            .. _addresses == "balancer" ? [("InternalIPAddress", $"10.{(oneHost ? 0 : i)}.0.5")] : Array.Empty<(string, object?)>()]);
    }

    private Dictionary<string, object?> Server(string name, string version, int site, int last)
    {
        Dictionary<string, object?> server = Migrations.Server(name, version, SiteNames[site], _addresses == "server" ? $"10.{site}.0.{last}" : null);
        if (string.CompareOrdinal(version, "2013") < 0 && Chance(2))
        {
            server.Add("OutlookAnywhereEnabled", _isMixed || Chance(2));
        }

        return server;
    }

    private string? Outside(int last) => _addresses switch
    {
        "server" => "192.0.2." + last.ToString(CultureInfo.InvariantCulture),
        "balancer" => "192.0.2.5",
        _ => null,
    };

    /// <summary>Connectors of the old servers, and whether MAPI over HTTP is on.</summary>
    private ExchangeState State(List<Dictionary<string, object?>> servers)
    {
        string[] names = [.. servers.Select(s => (string)s["Name"]!)];
        string relay = One(names);
        List<(string, (string, object?)[])> objects =
        [
            ("Get-SendConnector", [("Name", "Internet"), ("Identity", "Internet"), ("Enabled", true), ("AddressSpaces", "SMTP:*;1"),
                ("SourceTransportServers", names.Take(1 + _random.Next(names.Length)).ToArray())]),
            ("Get-ReceiveConnector", [("Name", "Printers"), ("Identity", relay + @"\Printers"), ("Server", relay), ("Bindings", "0.0.0.0:25"),
                ("PermissionGroups", "AnonymousUsers, Custom"), ("AuthMechanism", "Tls"), ("Enabled", true)]),
        ];
        if (Chance(2))
        {
            objects.Add(("Get-OrganizationConfig", [("Name", "Contoso"), ("MapiHttpEnabled", Chance(2))]));
        }

        return SimulationTests.State([.. objects]);
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T One<T>(params T[] values) => values[_random.Next(values.Length)];
}
