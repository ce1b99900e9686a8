using System.Collections.Generic;
using System.Globalization;
using System.IO;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Planning;
using ExchangeNamespace.Requests;
using ExchangeNamespace.Serialization;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

/// <summary>Documents made and read as the cmdlets do.</summary>
internal static class Documents
{
    /// <summary>A plan that has something of everything.</summary>
    public static NamespacePlan Rich() => Plans.Make(
        new object[]
        {
            Plans.Members(("Name", "CAS07"), ("Fqdn", "cas07.corp.example"), ("Version", "2007SP3"), ("Site", "Zürich"), ("IPAddress", "10.0.0.7")),
            Plans.Members(("Name", "EX10"), ("Version", "2010SP3"), ("Site", "Zürich"), ("OutlookAnywhereEnabled", true)),
            Plans.Members(("Name", "EX16A"), ("Version", "2016CU23"), ("Site", "Bern")),
            Plans.Members(("Name", "EX16B"), ("Version", "2016CU23"), ("Site", "Bern"), ("IPAddress", "2001:db8::1")),
            Plans.Members(("Name", "EX16C"), ("Version", "2016"), ("Site", "Chur")),
        },
        ("ExternalHost", "mail.contoso.com"),
        ("SmtpDomain", new[] { "contoso.com", "tailspin.example" }),
        ("AutodiscoverSrvDomain", "tailspin.example"),
        ("ADDomain", "corp.example"),
        ("LegacyHost", "legacy.contoso.com"),
        ("MailHost", "mx.contoso.com"),
        ("MailIPAddress", "198.51.100.25"),
        ("SendingHost", "out.contoso.com"),
        ("SendingIPAddress", new[] { "198.51.100.26", "2001:db8::26" }),
        ("HygieneHost", "in.hygiene.example"),
        ("HygieneIPRange", "203.0.113.0/24"),
        ("MailChildDomain", "sales.contoso.com"),
        ("ServiceHost", Plans.Members(("OutlookAnywhere", "oa.contoso.com"))),
        ("CertificateName", "*.tailspin.example"),
        ("ServerNameOnCertificate", "Both"),
        ("Authentication", Plans.Members(("OWA", "Forms"), ("MAPI", new[] { "Ntlm", "Negotiate" }))),
        ("ExternalIPAddress", "198.51.100.7"),
        ("Site", new object[]
        {
            Plans.Members(("Name", "Zürich"), ("SiteScope", new[] { "Zürich", "Baden" })),
            Plans.Members(("Name", "Bern"), ("LegacyHost", "alt-bern.corp.example")),
            Plans.Members(("Name", "Chur"), ("InternetFacing", false), ("InternalHost", "mail-chur.corp.example")),
        }));

    public static string Write(NamespacePlan plan)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        PlanJson.Write(plan, writer);
        return writer.ToString();
    }

    public static NamespacePlan Read(string json)
    {
        (NamespacePlan? plan, IReadOnlyList<InputFault> faults) = PlanJson.Read(json);
        Assert.Empty(faults);
        return plan!;
    }

    /// <summary>Plans a design as Get-NamespacePlan does with a file; null when anything was refused.</summary>
    public static NamespacePlan? PlanDesign(string json, List<InputFault> faults)
    {
        (IReadOnlyDictionary<string, object?>? members, IReadOnlyList<InputFault> formal) = DesignJson.Read(json, RequestReader.DesignSchemaVersion);
        faults.AddRange(formal);
        if (members is null)
        {
            return null;
        }

        List<object> servers = [];
        List<(string, object?)> others = [];
        foreach (KeyValuePair<string, object?> member in members)
        {
            if (member.Key.ToUpperInvariant() != "SERVER")
            {
                others.Add((member.Key, member.Value));
                continue;
            }

            foreach (object? server in member.Value as IReadOnlyList<object?> ?? [member.Value])
            {
                if (server is not (string or IReadOnlyDictionary<string, object?>))
                {
                    faults.Add(new InputFault(FaultIds.MemberWrongType, "Server", server, "Server is neither a name nor an object."));
                    return null;
                }

                servers.Add(server);
            }
        }

        PlanResult result = Plans.Try(servers, [.. others]);
        faults.AddRange(result.Faults);
        return result.Plan;
    }
}
