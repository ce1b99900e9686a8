using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Planning;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Migration;

/// <summary>Makes migrations as a user states them.</summary>
internal static class Migrations
{
    public static Dictionary<string, object?> Server(string name, string version, string? site = null, string? address = null,
        bool? outlookAnywhere = null)
    {
        Dictionary<string, object?> members = Plans.Members(("Name", name), ("ExchangeVersion", version));
        if (outlookAnywhere is { } isOn && string.CompareOrdinal(version, "2013") < 0)
        {
            members.Add("OutlookAnywhereEnabled", isOn);
        }

        if (site is not null)
        {
            members.Add("Site", site);
        }

        if (address is not null)
        {
            members.Add("IPAddress", address);
        }

        return members;
    }

    public static NamespacePlan Plan(IEnumerable<object> servers, params (string Name, object? Value)[] members) => Plans.Make(
        servers.ToArray(),
        [("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), .. members.Any(m => m.Name == "DnsModel") ? [] : new[] { ("DnsModel", (object?)"Split") },
            .. members]);

    public static NamespaceMigration Make(NamespacePlan present, params NamespacePlan[] plans) => Make(new MigrationInput
    {
        Present = present, Plans = plans, ForestLevel = ForestFunctionalLevel.Windows2016Forest, TimeToLive = TimeSpan.FromHours(1),
    });

    public static NamespaceMigration Make(MigrationInput input)
    {
        List<InputFault> faults = [];
        NamespaceMigration? migration = MigrationPlanner.Plan(input, faults);
        Assert.Empty(faults);
        return migration!;
    }

    public static IReadOnlyList<InputFault> Refuse(NamespacePlan present, params NamespacePlan[] plans)
    {
        List<InputFault> faults = [];
        Assert.Null(MigrationPlanner.Plan(new MigrationInput { Present = present, Plans = plans }, faults));
        return faults;
    }

    /// <summary>2013 and 2016 behind one balancer, and two servers of SE.</summary>
    public static NamespaceMigration SideBySide(ExchangeState? state = null)
    {
        (string, object?)[] balancer = [("Site", new object[] { Plans.Members(("Name", "Zurich"), ("InternalIPAddress", "10.0.0.5")) }),
            ("ExternalIPAddress", "192.0.2.5"), ("MailHost", "smtp.contoso.com"), ("MailIPAddress", "192.0.2.25")];
        NamespacePlan present = Plan([Server("OLD1", "2013CU23", "Zurich"), Server("OLD2", "2016CU23", "Zurich")], balancer);
        NamespacePlan middle = Plan([Server("OLD2", "2016CU23", "Zurich")], balancer);
        NamespacePlan target = Plan([Server("NEW1", "SE", "Zurich"), Server("NEW2", "SE", "Zurich")], balancer);
        return Make(new MigrationInput
        {
            Present = present, Plans = [middle, target], State = state, ForestLevel = ForestFunctionalLevel.Windows2016Forest,
            TimeToLive = TimeSpan.FromHours(1),
        });
    }

    public static NamespaceMigration InPlace() => Make(
        Plan([Server("EX1", "2019CU15", null, "10.0.0.11"), Server("EX2", "2019CU15", null, "10.0.0.12")]),
        Plan([Server("EX1", "SE", null, "10.0.0.11"), Server("EX2", "SE", null, "10.0.0.12")]));

    public static NamespaceMigration TwoHops() => Make(
        Plan([Server("CAS10", "2010SP3", null, "10.0.0.10")], ("ExternalIPAddress", "192.0.2.10")),
        Plan([Server("EX16", "2016CU23", null, "10.0.0.16")], ("ExternalIPAddress", "192.0.2.16")),
        Plan([Server("EXSE", "SE", null, "10.0.0.20")], ("ExternalIPAddress", "192.0.2.20")));

    public static NamespaceMigration OneSiteFirst()
    {
        object[] sites =
        [
            Plans.Members(("Name", "Zurich"), ("InternalIPAddress", "10.1.0.5")),
            Plans.Members(("Name", "Bern"), ("ExternalHost", "bern.contoso.com"), ("InternalIPAddress", "10.2.0.5")),
            Plans.Members(("Name", "Basel"), ("InternalHost", "basel.contoso.com"), ("InternetFacing", false), ("InternalIPAddress", "10.3.0.5")),
        ];
        (string, object?)[] members = [("Site", sites), ("ExternalIPAddress", "192.0.2.5")];
        return Make(
            Plan([Server("ZRH1", "2016CU23", "Zurich"), Server("BRN1", "2016CU23", "Bern"), Server("BSL1", "2016CU23", "Basel")], members),
            Plan([Server("ZRH2", "SE", "Zurich"), Server("BRN1", "2016CU23", "Bern"), Server("BSL1", "2016CU23", "Basel")], members),
            Plan([Server("ZRH2", "SE", "Zurich"), Server("BRN2", "SE", "Bern"), Server("BSL2", "SE", "Basel")], members));
    }
}
