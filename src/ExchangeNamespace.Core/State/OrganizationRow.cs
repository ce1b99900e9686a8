using ExchangeNamespace.MemberReading;
using static ExchangeNamespace.State.CapturedNames;

namespace ExchangeNamespace.State;

/// <summary>Reads what an organisation has once: its switches, domains, providers and arrays.</summary>
internal static class OrganizationRow
{
    public static void AcceptedDomain(MemberReader row, StateBuilder builder)
    {
        if (row.NameAndIdentity() is (string name, _))
        {
            builder.AcceptedDomains.Add(new CapturedAcceptedDomain
            {
                Name = name,
                DomainName = row.CapturedText("DomainName"),
                DomainType = row.CapturedText("DomainType"),
                Default = row.CapturedFlag("Default"),
            });
        }
    }

    public static void OutlookProvider(MemberReader row, StateBuilder builder)
    {
        if (row.NameAndIdentity() is (string name, _))
        {
            builder.OutlookProviders.Add(
                new CapturedOutlookProvider { Name = name, CertPrincipalName = row.CapturedText("CertPrincipalName") });
        }
    }

    public static void Organization(MemberReader row, StateBuilder builder) =>
        builder.Organizations.Add(new CapturedOrganization
        {
            Name = row.CapturedRawText("Name"),
            MapiHttpEnabled = row.CapturedFlag("MapiHttpEnabled"),
            OAuth2ClientProfileEnabled = row.CapturedFlag("OAuth2ClientProfileEnabled"),
            EnableDownloadDomains = row.CapturedFlag("EnableDownloadDomains"),
        });

    public static void ClientAccessArray(MemberReader row, StateBuilder builder)
    {
        if (row.NameAndIdentity() is (string name, _))
        {
            builder.ClientAccessArrays.Add(
                new CapturedClientAccessArray { Name = name, Fqdn = row.CapturedText("Fqdn"), Site = LastPart(row.CapturedText("Site")) });
        }
    }
}
