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
/// The certificate that a send connector names, on each server that sends through it (Microsoft, hybrid mail flow and TLS: not found is
/// 454 4.7.5; of several with the same issuer and subject the one with the latest expiry is taken).
/// </summary>
public class SendCertificateTests
{
    private const string Issuer = "CN=Contoso CA, O=Contoso, C=CH";
    private const string Subject = "CN=smtp.contoso.com";
    private const string Name = "<I>" + Issuer + "<S>" + Subject;

    private static readonly DateTime Later = new(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("as it should be", SettingVerdict.Equal, "")]
    [InlineData("as it should be, in the other order of a distinguished name", SettingVerdict.Equal, "")]
    [InlineData("with a wildcard that covers the name", SettingVerdict.Equal, "")]
    [InlineData("no name stated by the connector", SettingVerdict.Equal, "")]
    [InlineData("another subject", SettingVerdict.Missing, "EXN374 Error")]
    [InlineData("another issuer", SettingVerdict.Missing, "EXN374 Error")]
    [InlineData("no issuer in the text", SettingVerdict.Differs, "EXN374 Error")]
    [InlineData("expired", SettingVerdict.Differs, "EXN375 Error")]
    [InlineData("not valid yet", SettingVerdict.Differs, "EXN375 Error")]
    [InlineData("no private key", SettingVerdict.Differs, "EXN375 Error")]
    [InlineData("pending", SettingVerdict.Differs, "EXN375 Error")]
    [InlineData("without the name", SettingVerdict.Differs, "EXN376 Warning")]
    [InlineData("two of them", SettingVerdict.Equal, "EXN377 Information")]
    [InlineData("two, of which the older is expired", SettingVerdict.Equal, "")]
    [InlineData("two, of which the one that is taken lacks the name", SettingVerdict.Differs, "EXN376 Warning")]
    [InlineData("issuer and subject not captured", SettingVerdict.Unknown, "")]
    [InlineData("names not captured", SettingVerdict.Unknown, "")]
    [InlineData("no certificate captured", SettingVerdict.Unknown, "")]
    public void A_certificate_that_a_send_connector_names_is_looked_for(string certificate, SettingVerdict verdict, string finding)
    {
        CapturedState state = certificate switch
        {
            "as it should be, in the other order of a distinguished name" => new(Stored(("Issuer", "C=CH, O=Contoso, CN=Contoso CA"))),
            "with a wildcard that covers the name" => new(Stored(("CertificateDomains", new object[] { "*.contoso.com" }), ("Subject", "CN=*.contoso.com")))
                { Connector = [("TlsCertificateName", "<I>" + Issuer + "<S>CN=*.contoso.com")] },
            "no name stated by the connector" => new(Stored(("CertificateDomains", new object[] { "other.contoso.com" }))) { Connector = [("Fqdn", null)] },
            "another subject" => new(Stored(("Subject", "CN=other.contoso.com"))),
            "another issuer" => new(Stored(("Issuer", "CN=Other CA"))),
            "no issuer in the text" => new(Stored()) { Connector = [("TlsCertificateName", "smtp.contoso.com")] },
            "expired" => new(Stored(("NotAfter", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)))),
            "not valid yet" => new(Stored(("NotBefore", Later))),
            "no private key" => new(Stored(("HasPrivateKey", false))),
            "pending" => new(Stored(("Status", "PendingRequest"))),
            "without the name" => new(Unnamed()) { Connector = [("TlsCertificateName", "<I>" + Issuer + "<S>CN=mail")] },
            "two of them" => new(Stored(), Stored(("Thumbprint", new string('2', 40)), ("NotAfter", Later))),
            "two, of which the older is expired" => new(Stored(), Stored(("Thumbprint", new string('2', 40)), ("NotAfter", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)))),
            "two, of which the one that is taken lacks the name" => new(
                Unnamed(("CertificateDomains", new object[] { "smtp.contoso.com" })), Unnamed(("Thumbprint", new string('2', 40)), ("NotAfter", Later.AddYears(3))))
                { Connector = [("TlsCertificateName", "<I>" + Issuer + "<S>CN=mail")] },
            "issuer and subject not captured" => new(Stored(("Issuer", Missing.Value), ("Subject", Missing.Value))),
            "names not captured" => new(Unnamed(("CertificateDomains", Missing.Value))) { Connector = [("TlsCertificateName", "<I>" + Issuer + "<S>CN=mail")] },
            "no certificate captured" => new(),
            _ => new(Stored()),
        };

        SettingComparison row = Assert.Single(Rows(state));

        Assert.Equal((verdict, finding), (row.Verdict, row.Finding is { } f ? f.Code + " " + f.Severity : ""));
        Assert.Equal("EX01", row.Server);
        Assert.Equal(certificate.StartsWith("two", StringComparison.Ordinal) && finding.Length > 0 ? 2 : row.Finding is null or { Code: "EXN374" } ? 0 : 1, row.Finding?.Values.Count ?? 0);
    }

    [Fact]
    public void Each_server_that_sends_is_looked_at_and_a_connector_that_is_off_or_names_none_is_not()
    {
        CapturedState two = new(Stored()) { Connector = [("SourceTransportServers", new object[] { "contoso.com/Configuration/Servers/EX01", "EX02" })] };

        Assert.Equal([("EX01", SettingVerdict.Equal), ("EX02", SettingVerdict.Unknown)], Rows(two).Select(r => (r.Server, r.Verdict)));
        Assert.Empty(Rows(new CapturedState(Stored()) { Connector = [("Enabled", false)] }));
        Assert.Empty(Rows(new CapturedState(Stored()) { Connector = [("TlsCertificateName", null)] }));
        Assert.Empty(Rows(new CapturedState(Stored()) { Connector = [("TlsCertificateName", Missing.Value)] }));
    }

    [Fact]
    public void A_hostile_text_is_shown_as_code_points()
    {
        CapturedState state = new(Stored()) { Connector = [("TlsCertificateName", "\u0007<I>\u202E")] };

        SettingComparison row = Assert.Single(Rows(state));

        Assert.Equal("EXN374", row.Finding?.Code);
        Assert.All(row.Setting + row.Current + row.Message + row.Note, c => Assert.False(char.IsControl(c) || c == '\u202E'));
    }

    private static IEnumerable<SettingComparison> Rows(CapturedState state) => PlanComparer.Compare(
        Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "SE"), ("AsOf", "2026-06-01")), state.Read())
        .Where(r => r.Setting.StartsWith("TlsCertificateName", StringComparison.Ordinal));

    private static (string, object?)[] Stored(params (string, object?)[] with) =>
    [
        ("Thumbprint", new string('1', 40)), ("Subject", Subject), ("Issuer", Issuer), ("CertificateDomains", new object[] { "smtp.contoso.com" }),
        ("NotBefore", new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc)), ("NotAfter", new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc)), ("HasPrivateKey", true), .. with,
    ];

    private static (string, object?)[] Unnamed(params (string, object?)[] with) =>
        Stored([("Subject", "CN=mail"), ("CertificateDomains", new object[] { "mail.contoso.com" }), .. with]);

    /// <summary>A member that the capture lacks.</summary>
    private sealed class Missing
    {
        public static readonly Missing Value = new();
    }

    private sealed class CapturedState(params (string, object?)[][] certificates)
    {
        public (string, object?)[] Connector { get; init; } = [];

        public ExchangeState Read()
        {
            StateReader reader = new();
            Take("Get-SendConnector", [("Name", "Out"), ("Identity", "Out"), ("Fqdn", "smtp.contoso.com"), ("SourceTransportServers", new object[] { "EX01" }), ("TlsCertificateName", Name), ("Enabled", true), .. Connector]);
            foreach ((string, object?)[] certificate in certificates)
            {
                Take("Get-ExchangeCertificate", [(CaptureMarks.CapturedFrom, "EX01"), .. certificate]);
            }

            return reader.Finish() ?? throw new InvalidOperationException(reader.Faults[0].Message);

            void Take(string cmdlet, (string, object?)[] members)
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
        }
    }
}
