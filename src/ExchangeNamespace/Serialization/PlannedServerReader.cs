using System;
using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Serialization;

/// <summary>Reads the servers of a plan and gives those with the same number the very same list of assignments back.</summary>
internal sealed class PlannedServerReader(IReadOnlyList<IReadOnlyList<ServiceAssignment>> sets, ISet<string> sites, ISet<string> names)
{
    private readonly Dictionary<string, ExchangeVersion> _versions = new(StringComparer.Ordinal);
    private readonly HashSet<(int Set, ExchangeVersion Version, bool? Enabled)> _judged = [];

    public PlannedServer Read(MemberReader members)
    {
        int set = Set(members);
        PlannedServer server = new()
        {
            Name = Name(members),
            Fqdn = members.Host("fqdn"),
            Version = Version(members)!,
            Site = members.RequiredText("site"),
            InternetFacing = members.RequiredBoolean("internetFacing"),
            OutlookAnywhereEnabled = members.Boolean("outlookAnywhereEnabled"),
            Addresses = Addresses(members),
            Services = set < 0 ? [] : sets[set],
        };
        if (!sites.Contains(server.Site))
        {
            members.Refuse(FaultIds.ServerSiteUnknown, "site", server.Site,
                $"'{VisibleText.Short(server.Site)}' is not a site of the plan.");
        }

        if (server.Version is not null && set >= 0 && _judged.Add((set, server.Version, server.OutlookAnywhereEnabled)))
        {
            DialectCheck.Judge(server, "serviceSets[" + set.ToString(CultureInfo.InvariantCulture) + "]", members.Faults);
        }

        return server;
    }

    private string Name(MemberReader members)
    {
        string text = members.RequiredText("name");
        string path = members.PathOf("name");
        if (!ServerName.TryParse(text, path, out string? name, out Fqdn? fqdn, out InputFault? fault))
        {
            members.Faults.Add(fault);
            return string.Empty;
        }

        if (fqdn is not null)
        {
            members.Refuse(FaultIds.NameBadCharacter, "name", text,
                $"'{text}' is a full name. Give {name} here and the full name as fqdn.");
        }

        if (!names.Add(name))
        {
            members.Refuse(FaultIds.ServerDuplicate, "name", name, $"'{name}' is given more than once.");
        }

        return name;
    }

    private ExchangeVersion? Version(MemberReader members)
    {
        string text = members.RequiredText("version");
        if (!_versions.TryGetValue(text, out ExchangeVersion? version))
        {
            if (!ExchangeVersionReader.TryParse(text, members.PathOf("version"), out version, out InputFault? fault))
            {
                members.Faults.Add(fault);
                return null;
            }

            _versions.Add(text, version);
        }

        return version;
    }

    private int Set(MemberReader members)
    {
        const string Member = "serviceSet";
        int index = members.RequiredNumber(Member, Math.Max(0, sets.Count - 1));
        if (sets.Count > 0)
        {
            return index;
        }

        members.Refuse(FaultIds.ValueOutOfRange, Member, null, "refers to a service set, and the plan has none.");
        return -1;
    }

    private static IReadOnlyList<string> Addresses(MemberReader members)
    {
        const string Member = "addresses";
        List<string> addresses = [];
        foreach (string text in members.Texts(Member) ?? [])
        {
            if (HostAddress.TryRead(text, out string? address, out string? refusal))
            {
                addresses.Add(address);
            }
            else
            {
                members.Refuse(FaultIds.AddressInvalid, Member, text, refusal);
            }
        }

        return addresses;
    }
}
