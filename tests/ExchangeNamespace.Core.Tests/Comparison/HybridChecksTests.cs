using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Comparison;

/// <summary>
/// Captured settings of a hybrid organisation. Sources: techcommunity 4420592 (what the Hybrid Configuration Wizard writes into connectors,
/// TLS certificates in Exchange hybrid), learn.microsoft.com Hybrid Modern Authentication (OAuth on MAPI, EWS, OAB, Autodiscover),
/// techcommunity 3762078 (throttling of old servers), and reports of administrators for the builds of September 2026.
/// </summary>
public class HybridChecksTests
{
    private const string Certificate = "<I>CN=Public CA<S>CN=mail.contoso.com";

    public static TheoryData<string, string, object?, SettingVerdict> SendSettings => new()
    {
        { "CloudServicesMailEnabled", "as it should be", true, SettingVerdict.Equal },
        { "CloudServicesMailEnabled", "off", false, SettingVerdict.Differs },
        { "CloudServicesMailEnabled", "not captured", Missing.Value, SettingVerdict.Unknown },
        { "RequireTLS", "as it should be", true, SettingVerdict.Equal },
        { "RequireTLS", "off", false, SettingVerdict.Differs },
        { "RequireTLS", "not captured", Missing.Value, SettingVerdict.Unknown },
        { "TlsAuthLevel", "as the wizard writes it", "DomainValidation", SettingVerdict.Equal },
        { "TlsAuthLevel", "also checked", "CertificateValidation", SettingVerdict.Equal },
        { "TlsAuthLevel", "encrypted only", "EncryptionOnly", SettingVerdict.Differs },
        { "TlsAuthLevel", "none", null, SettingVerdict.Differs },
        { "TlsAuthLevel", "not captured", Missing.Value, SettingVerdict.Unknown },
        { "TlsDomain", "as it should be", "mail.protection.outlook.com", SettingVerdict.Equal },
        { "TlsDomain", "with a wildcard", "*.mail.protection.outlook.com", SettingVerdict.Equal },
        { "TlsDomain", "another domain", "outlook.com", SettingVerdict.Differs },
        { "TlsDomain", "a domain that ends alike", "notmail.protection.outlook.com", SettingVerdict.Differs },
        { "TlsDomain", "none", null, SettingVerdict.Differs },
        { "TlsDomain", "not captured", Missing.Value, SettingVerdict.Unknown },
    };

    [Theory]
    [MemberData(nameof(SendSettings))]
    public void Each_setting_of_the_send_connector_is_judged(string setting, string _, object? value, SettingVerdict verdict)
    {
        SettingComparison row = Assert.Single(Rows(Send((setting, value))), r => r.Setting == setting + " of Out");

        Assert.Equal((verdict, verdict == SettingVerdict.Differs ? "EXN378 Warning" : ""), (row.Verdict, Finding(row)));
    }

    [Theory]
    [InlineData("smtp:contoso.mail.onmicrosoft.com;1", true)]
    [InlineData("contoso.mail.onmicrosoft.com", true)]
    [InlineData("SMTP:*;1", false)]
    [InlineData("SMTP:mail.onmicrosoft.com.example.net;1", false)]
    public void A_connector_is_for_Exchange_Online_by_its_address_space_too(string space, bool found) => Assert.Equal(found, Rows(
        Send(("AddressSpaces", new object[] { space }), ("CloudServicesMailEnabled", false))).Any(r => r.Finding?.Code == "EXN378"));

    [Theory]
    [InlineData("domain")]
    [InlineData("switched off")]
    [InlineData("organisation without hybrid")]
    public void Nothing_is_asked_of_an_organisation_that_is_not_hybrid(string state)
    {
        SettingComparison[] rows = [.. state switch
        {
            "domain" => Rows(("Get-AcceptedDomain", [("Name", "contoso.com"), ("Identity", "contoso.com"), ("DomainName", "contoso.com")])),
            "switched off" => Rows(Send(("Enabled", false))),
            _ => Rows(("Get-OrganizationConfig", [("Name", "Contoso"), ("OAuth2ClientProfileEnabled", false)])),
        }];
        Assert.DoesNotContain(rows, r => r.Finding is { } f && string.CompareOrdinal(f.Code, "EXN378") >= 0 && string.CompareOrdinal(f.Code, "EXN384") <= 0);
        Assert.DoesNotContain(rows, r => r.Setting.Contains("Exchange Online", StringComparison.Ordinal));
    }

    [Fact]
    public void The_coexistence_domain_alone_shows_a_hybrid_organisation() => Assert.Contains(
        Rows(("Get-AcceptedDomain", [("Name", "t"), ("Identity", "t"), ("DomainName", "contoso.mail.onmicrosoft.com")])),
        r => r is { Setting: "TlsDomainCapabilities", Verdict: SettingVerdict.Unknown });

    [Fact]
    public void A_send_connector_without_a_certificate_is_told() => Assert.Equal(
        "EXN380 Warning", Finding(Assert.Single(Rows(Send(("TlsCertificateName", null))), r => r.Setting == "TlsCertificateName of Out")));

    [Theory]
    [InlineData("the same certificate", SettingVerdict.Equal, "")]
    [InlineData("the same in the other order", SettingVerdict.Equal, "")]
    [InlineData("another subject", SettingVerdict.Differs, "EXN380 Warning")]
    [InlineData("no certificate named", SettingVerdict.Missing, "EXN380 Warning")]
    [InlineData("not installed", SettingVerdict.Differs, "EXN381 Error")]
    [InlineData("expired", SettingVerdict.Differs, "EXN381 Error")]
    [InlineData("malformed", SettingVerdict.Differs, "EXN381 Error")]
    [InlineData("not captured", SettingVerdict.Unknown, "")]
    [InlineData("certificates not captured", SettingVerdict.Unknown, "")]
    public void The_certificate_of_the_receive_connector_is_looked_for_and_must_be_that_of_hybrid_mail(string at, SettingVerdict verdict, string finding)
    {
        (string, object?) named = ("TlsCertificateName", at switch
        {
            "the same in the other order" => "<I>CN=Public CA, O=Trust<S>O=Contoso, CN=mail.contoso.com",
            "another subject" => "<I>CN=Public CA<S>CN=smtp.contoso.com",
            "no certificate named" => null,
            "malformed" => "mail.contoso.com",
            "not captured" => Missing.Value,
            _ => Certificate,
        });
        List<(string, (string, object?)[])> rows = [Send(at == "the same in the other order" ? [("TlsCertificateName", "<I>O=Trust, CN=Public CA<S>CN=mail.contoso.com, O=Contoso")] : []), Receive(named)];
        if (at != "certificates not captured")
        {
            rows.Add(Stored(at == "not installed" ? "CN=other" : "CN=Public CA", "CN=mail.contoso.com", at == "expired" ? 2026 : 2028));
            rows.Add(Stored("CN=Public CA", "CN=smtp.contoso.com"));
            rows.Add(Stored("O=Trust, CN=Public CA", "CN=mail.contoso.com, O=Contoso"));
        }

        SettingComparison row = Assert.Single(Rows([.. rows]), r => r is { Service: "ReceiveConnector", Setting: "TlsCertificateName of Default Frontend EX01" });

        Assert.Equal((verdict, finding), (row.Verdict, Finding(row)));
    }

    [Theory]
    [InlineData("mail.protection.outlook.com:AcceptCloudServicesMail", SettingVerdict.Equal)]
    [InlineData("mail.protection.outlook.com:AcceptOorgProtocol", SettingVerdict.Missing)]
    [InlineData("fabrikam.com:AcceptCloudServicesMail", SettingVerdict.Missing)]
    [InlineData("", SettingVerdict.Missing)]
    [InlineData(null, SettingVerdict.Unknown)]
    public void One_receive_connector_must_take_mail_of_Exchange_Online(string? capability, SettingVerdict verdict)
    {
        SettingComparison? row = Rows(Send(), Receive(("TlsDomainCapabilities", capability is null ? Missing.Value : capability.Length == 0 ? Array.Empty<object>() : new object[] { capability })))
            .SingleOrDefault(r => r.Setting == "TlsDomainCapabilities");

        Assert.Equal(verdict == SettingVerdict.Equal ? null : verdict, row?.Verdict);
        Assert.Equal(verdict == SettingVerdict.Missing ? "EXN379 Warning" : "", row is null ? "" : Finding(row));
    }

    [Theory]
    [InlineData("Get-WebServicesVirtualDirectory", "EWS", "Set-WebServicesVirtualDirectory -OAuthAuthentication:$true")]
    [InlineData("Get-OabVirtualDirectory", "OAB", "Set-OabVirtualDirectory -OAuthAuthentication:$true")]
    [InlineData("Get-MapiVirtualDirectory", "mapi", "Add OAuth with Set-MapiVirtualDirectory -IISAuthenticationMethods, beside the methods that are there.")]
    [InlineData("Get-AutodiscoverVirtualDirectory", "Autodiscover", "Set-AutodiscoverVirtualDirectory -OAuthAuthentication:$true")]
    public void Modern_authentication_needs_OAuth_on_the_directories_that_clients_use(string cmdlet, string directory, string remedy)
    {
        (string, (string, object?)[]) organisation = ("Get-OrganizationConfig", [("Name", "Contoso"), ("OAuth2ClientProfileEnabled", true)]);
        SettingComparison[] rows = [.. Rows(organisation, Directory(cmdlet, directory, null, ("InternalAuthenticationMethods", new object[] { "Ntlm", "OAuth" }), ("ExternalAuthenticationMethods", new object[] { "Ntlm" })))
            .Where(r => r.Setting.EndsWith("AuthenticationMethods", StringComparison.Ordinal) && r.Planned == "OAuth")];

        Assert.Equal([("InternalAuthenticationMethods", SettingVerdict.Equal, ""), ("ExternalAuthenticationMethods", SettingVerdict.Missing, "EXN382 Warning")], rows.Select(r => (r.Setting, r.Verdict, Finding(r))));
        Assert.Equal(remedy, rows[1].Finding!.Remedy);
        Assert.Equal([SettingVerdict.Unknown, SettingVerdict.Unknown], Rows(organisation, Directory(cmdlet, directory, null)).Where(r => r.Planned == "OAuth").Select(r => r.Verdict));
    }

    [Fact]
    public void A_directory_of_2010_knows_no_OAuth() => Assert.DoesNotContain(
        Rows(
            ("Get-OrganizationConfig", [("Name", "Contoso"), ("OAuth2ClientProfileEnabled", true)]),
            ("Get-ExchangeServer", [("Name", "EX01"), ("AdminDisplayVersion", "Version 14.3 (Build 123.4)"), ("ServerRole", "ClientAccess")]),
            Directory("Get-WebServicesVirtualDirectory", "EWS", null, ("InternalAuthenticationMethods", new object[] { "Ntlm" }))),
        r => r.Planned == "OAuth");

    [Theory]
    [InlineData("https://mail.contoso.com/EWS/Exchange.asmx", SettingVerdict.Equal)]
    [InlineData("https://ex01.corp.local/EWS/Exchange.asmx", SettingVerdict.Missing)]
    [InlineData("https://ex01/EWS/Exchange.asmx", SettingVerdict.Missing)]
    [InlineData(null, SettingVerdict.Missing)]
    public void Exchange_Online_needs_a_public_name_of_the_web_services(string? url, SettingVerdict verdict)
    {
        SettingComparison row = Assert.Single(Rows(Send(), Directory("Get-WebServicesVirtualDirectory", "EWS", url)), r => r.Setting == "ExternalUrl for Exchange Online");

        Assert.Equal((verdict, verdict == SettingVerdict.Missing ? "EXN383 Warning" : ""), (row.Verdict, Finding(row)));
    }

    [Theory]
    [InlineData("no directory", SettingVerdict.Unknown)]
    [InlineData("not captured", SettingVerdict.Unknown)]
    [InlineData("one public", SettingVerdict.Equal)]
    public void One_public_name_of_the_web_services_is_enough_and_without_one_all_must_be_known(string at, SettingVerdict verdict)
    {
        List<(string, (string, object?)[])> rows = [Send()];
        if (at != "no directory")
        {
            rows.Add(Directory("Get-WebServicesVirtualDirectory", "EWS", at == "one public" ? "https://mail.contoso.com/EWS/Exchange.asmx" : null));
            rows.Add(("Get-WebServicesVirtualDirectory", [("Identity", "EX02\\EWS (Default Web Site)"), ("Server", "EX02")]));
        }

        SettingComparison row = Assert.Single(Rows([.. rows]), r => r.Setting == "ExternalUrl for Exchange Online");

        Assert.Equal((verdict, verdict == SettingVerdict.Unknown ? "S8" : string.Empty, string.Empty), (row.Verdict, row.Rule, Finding(row)));
    }

    [Theory]
    [InlineData("Version 8.3 (Build 83.6)", SettingVerdict.Differs, "EXN384 Warning")]
    [InlineData("Version 14.3 (Build 123.4)", SettingVerdict.Differs, "EXN384 Warning")]
    [InlineData("Version 15.0 (Build 1497.2)", SettingVerdict.Differs, "EXN384 Warning")]
    [InlineData("Version 15.1 (Build 2375.7)", SettingVerdict.Differs, "EXN384 Warning")]
    [InlineData("Version 15.1 (Build 2507.6)", SettingVerdict.Unknown, "EXN384 Information")]
    [InlineData("15.1.2507.61", SettingVerdict.Equal, "")]
    [InlineData("Version 15.2 (Build 1544.4)", SettingVerdict.Differs, "EXN384 Warning")]
    [InlineData("Version 15.2 (Build 1748.10)", SettingVerdict.Unknown, "EXN384 Information")]
    [InlineData("15.2.1748.39", SettingVerdict.Equal, "")]
    [InlineData("Version 15.2 (Build 2562.17)", SettingVerdict.Equal, "")]
    public void The_build_of_the_server_that_sends_decides_whether_mail_is_throttled(string version, SettingVerdict verdict, string finding)
    {
        SettingComparison row = Assert.Single(
            Rows(Send(), Server("EX01", version), Server("EX02", "Version 15.0 (Build 1497.2)")), r => r.Setting == "Build for mail to Exchange Online");

        Assert.Equal(("EX01", verdict, finding), (row.Server, row.Verdict, Finding(row)));
    }

    [Fact]
    public void Hostile_names_are_shown_as_code_points() => Assert.All(
        Rows(Send(("TlsCertificateName", "<I>\u0007<S>\u202E")), Receive(("TlsCertificateName", "\u0007"))),
        r => Assert.All(r.Setting + r.Current + r.Message + r.Note + r.Remedy + r.Server, c => Assert.False(char.IsControl(c) || c == '\u202E')));

    private static string Finding(SettingComparison row) => row.Finding is { } f ? f.Code + " " + f.Severity : "";

    private static (string, (string, object?)[]) Server(string name, string version) =>
        ("Get-ExchangeServer", [("Name", name), ("Fqdn", name + ".contoso.com"), ("AdminDisplayVersion", version), ("ServerRole", "Mailbox")]);

    private static (string, (string, object?)[]) Send(params (string, object?)[] with) => ("Get-SendConnector",
    [
        ("Name", "Out"), ("Identity", "Out"), ("Fqdn", "mail.contoso.com"), ("AddressSpaces", new object[] { "smtp:contoso.mail.onmicrosoft.com;1" }), ("SourceTransportServers", new object[] { "EX01" }),
        ("TlsCertificateName", Certificate), ("RequireTLS", true), ("TlsAuthLevel", "DomainValidation"), ("TlsDomain", "mail.protection.outlook.com"), ("CloudServicesMailEnabled", true), ("Enabled", true), .. with,
    ]);

    private static (string, (string, object?)[]) Receive(params (string, object?)[] with) => ("Get-ReceiveConnector",
    [
        ("Name", "Default Frontend EX01"), ("Identity", "EX01\\Default Frontend EX01"), ("Server", "EX01"), ("TlsCertificateName", Certificate),
        ("TlsDomainCapabilities", new object[] { "mail.protection.outlook.com:AcceptCloudServicesMail" }), ("Enabled", true), .. with,
    ]);

    private static (string, (string, object?)[]) Stored(string issuer, string subject, int until = 2028) => ("Get-ExchangeCertificate",
    [
        (CaptureMarks.CapturedFrom, "EX01"), ("Thumbprint", string.Concat(issuer, subject).GetHashCode(StringComparison.Ordinal).ToString("X40", System.Globalization.CultureInfo.InvariantCulture)), ("Subject", subject), ("Issuer", issuer),
        ("CertificateDomains", new object[] { "mail.contoso.com" }), ("NotBefore", new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc)), ("NotAfter", new DateTime(until, 1, 1, 0, 0, 0, DateTimeKind.Utc)), ("HasPrivateKey", true),
    ]);

    private static (string, (string, object?)[]) Directory(string cmdlet, string directory, string? url, params (string, object?)[] with) =>
        (cmdlet, [("Identity", $"EX01\\{directory} (Default Web Site)"), ("Server", "EX01"), ("ExternalUrl", url), .. with]);

    private static SettingComparison[] Rows(params (string Cmdlet, (string, object?)[] Members)[] objects)
    {
        StateReader reader = new();
        foreach ((string cmdlet, (string, object?)[] members) in objects)
        {
            Dictionary<string, object?> all = new(StringComparer.OrdinalIgnoreCase) { [CaptureMarks.CapturedBy] = cmdlet };
            foreach ((string name, object? value) in members)
            {
                all[name] = value;
                if (value is Missing)
                {
                    all.Remove(name);
                }
            }

            Assert.True(reader.Read([], all));
        }

        ExchangeState state = reader.Finish() ?? throw new InvalidOperationException(reader.Faults[0].Message);
        return [.. PlanComparer.Compare(
            Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "SE"), ("AsOf", "2026-06-01")), state)];
    }

    /// <summary>A member that the capture lacks.</summary>
    private sealed class Missing
    {
        public static readonly Missing Value = new();
    }
}
