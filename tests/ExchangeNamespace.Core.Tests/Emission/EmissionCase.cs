using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;

namespace ExchangeNamespace.Tests.Emission;

/// <summary>One case of the emission specification: a plan for one server, and the service whose lines are looked at (null: all).</summary>
internal sealed record EmissionCase(ClientService? Service, params (string Name, object? Value)[] Members)
{
    public static readonly (string Name, object? Value) Scope =
        ("Site", Plans.Members(("Name", "Zurich"), ("SiteScope", new[] { "Zurich", "Bern-Branch" })));

    public bool? OutlookAnywhereEnabled { get; init; }

    public bool InternetFacing { get; init; } = true;

    public bool Rehearse { get; init; }

    /// <summary>Where offloading is asked for, it must be stated that setup was told not to switch Extended Protection on.</summary>
    public bool? ExtendedProtection => Members.Any(m => m is { Name: "SslOffloading", Value: true }) ? false : null;

    public static EmissionCase Facing(ClientService service) => new(service, Asked(service));

    public static EmissionCase NotFacing(ClientService service) => Facing(service) with { InternetFacing = false };

    public static EmissionCase Kept(ClientService service) => new(service, [.. Asked(service), ("KeepInternalUrl", true)]);

    public static EmissionCase With(ClientService service, params string[] methods) =>
        new(service, [.. Asked(service), ("Authentication", Plans.Members((service.ToString(), methods)))]);

    public string[] Lines(string version)
    {
        Dictionary<string, object?> server = Plans.Members(
            ("Name", "CAS01"), ("InternetFacing", InternetFacing), ("OutlookAnywhereEnabled", OutlookAnywhereEnabled),
                ("ExtendedProtection", ExtendedProtection));
        NamespacePlan plan = Plans.Make(
            new object[] { server },
            [("ExternalHost", "mail.contoso.com"), ("ADDomain", "corp.local"), ("DnsModel", "Separate"), ("ExchangeVersion", version), .. Members]);
        return Plans.Lines(plan, new CommandSelection { Services = Service is { } one ? new HashSet<ClientService> { one } : null, Rehearse = Rehearse });
    }

    /// <summary>PowerShell is left alone unless a host is named for it.</summary>
    private static (string Name, object? Value)[] Asked(ClientService service) => service == ClientService.PowerShell
        ? [("ServiceHost", Plans.Members(("PowerShell", "mail.contoso.com")))]
        : [];
}
