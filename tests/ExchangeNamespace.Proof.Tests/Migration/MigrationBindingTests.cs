using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Planning;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.StandIn;
using ExchangeNamespace.StandIn.State;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Migration;
using Xunit;

namespace ExchangeNamespace.Proof.Migration;

/// <summary>Every line of Exchange of a migration binds in the stand-in of the version whose shell the step names.</summary>
public sealed partial class MigrationBindingTests(ITestOutputHelper output)
{
    private static readonly Lazy<byte[]> Issued = new(Make);

    public static TheoryData<string, string> Pairs => new()
    {
        { "2007SP3", "2010SP3" }, { "2007SP3", "2013CU23" }, { "2010SP3", "2013CU23" }, { "2010SP3", "2016CU23" }, { "2013CU23", "2016CU23" },
        { "2013CU23", "2019CU14" }, { "2016CU23", "2019CU15" }, { "2016CU23", "SE" }, { "2019CU15", "SE" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_line_binds_forward_and_back(string old, string next)
    {
        int lines = 0;
        foreach (string proxy in Enum.GetNames<ReverseProxyStrategy>())
        {
            foreach (CrossedCase one in Crossed.All().Where(c => (c.Old, c.New, c.Model, c.Proxy, c.Addresses) == (old, next, "Split", proxy, "server")
                && (c.Sites, c.Layout) is (1, _) or (3, "own hosts")))
            {
                lines += Prove(one.Make());
            }
        }

        output.WriteLine($"{lines} lines");
        Assert.True(lines > 100);
    }

    [Fact]
    public void Every_line_of_the_goldens_binds()
    {
        Assert.True(Prove(Migrations.SideBySide()) > 20);
        Assert.True(Prove(Migrations.InPlace()) > 5);
        Assert.True(Prove(Migrations.TwoHops()) > 20);
        Assert.True(Prove(Migrations.OneSiteFirst()) > 20);
    }

    /// <summary>What a capture holds is text of others: connectors with any name stay texts in every line.</summary>
    [Theory]
    [InlineData("O'Brien; Remove-Item C:\\ -Recurse")]
    [InlineData("$(Stop-Computer)")]
    [InlineData("`\"; iex x #")]
    [InlineData("Z\u00fcrich \u201cNord\u201d | --%")]
    public void A_hostile_name_of_a_connector_stays_a_text(string name)
    {
        StateReader reader = new();
        Dictionary<string, object?> Row(string cmdlet, params (string, object?)[] members) => ExchangeNamespace.Tests.Support.Plans.Members(
            [("CapturedBy", cmdlet), ("Name", name), .. members]);
        Assert.True(reader.Read([], Row("Get-SendConnector", ("Identity", name), ("AddressSpaces", "SMTP:*;1"), ("SourceTransportServers", "OLD1"))));
        Assert.True(reader.Read([], Row("Get-ReceiveConnector", ("Identity", "OLD1\\" + name), ("Server", "OLD1"), ("Bindings", "0.0.0.0:25"),
            ("PermissionGroups", "AnonymousUsers, Custom"), ("AuthMechanism", "Tls"), ("Enabled", true))));
        NamespaceMigration migration = Migrations.Make(new MigrationInput
        {
            Present = Migrations.Plan([Migrations.Server("OLD1", "2016CU23")]),
            Plans = [Migrations.Plan([Migrations.Server("NEW1", "SE")])],
            State = reader.Finish(),
        });

        Assert.True(Prove(migration) > 10);
        Assert.Contains(migration.Steps.SelectMany(s => s.Actions).OfType<ExchangeLine>(), l => l.Command.Name == "New-ReceiveConnector");
        Assert.Equal(2, migration.Steps.SelectMany(s => s.Actions).OfType<ExchangeLine>().Count(l => l.Command.Name == "Set-SendConnector"));
    }

    private static int Prove(NamespaceMigration migration)
    {
        int count = 0;
        Dictionary<string, StandInExchange> shells = [];
        try
        {
            foreach (MigrationStep step in migration.Steps)
            {
                foreach (string line in Lines(step.Actions).Concat(Lines(step.TakeBack)))
                {
                    LineProof.AssertPrintable(line);
                    string version = (step.ShellVersion ?? throw new InvalidOperationException(step.Id + " has a line and no shell: " + line)).ToString();
                    if (!shells.TryGetValue(version, out StandInExchange? shell))
                    {
                        shells.Add(version, shell = StandInExchange.CreateForBinding(version));
                    }

                    foreach (Match file in CertificateFile().Matches(line))
                    {
                        shell.State.Files.WriteAllBytes(file.Groups[1].Value, Issued.Value);
                    }

                    if (Copied().Match(line) is { Success: true } source)
                    {
                        Assert.True(shell.Invoke(source.Groups[1].Value).Succeeded);
                        foreach (StandInObject connector in shell.State.Servers.SelectMany(s => s.Objects).Where(o => o.Kind == "ReceiveConnector"))
                        {
                            connector["RemoteIPRanges"] ??= new[] { "10.0.0.1" };
                        }
                    }

                    StandInResult result = shell.Invoke(line);
                    Assert.True(result.Succeeded, step.Id + " in " + version + ": " + result);
                    count++;
                }
            }
        }
        finally
        {
            foreach (StandInExchange shell in shells.Values)
            {
                shell.Dispose();
            }
        }

        return count;
    }

    /// <summary>The lines read the thumbprint of an issued certificate: any real one does.</summary>
    private static byte[] Make()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 certificate = new CertificateRequest("CN=mail.contoso.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.Export(X509ContentType.Cert);
    }

    [GeneratedRegex(@"['""](C:\\[^'""]+\.cer)['""]")]
    private static partial Regex CertificateFile();

    /// <summary>The command whose ranges a line copies: the stand-in makes the connector up, and without ranges.</summary>
    [GeneratedRegex(@"-RemoteIPRanges \((Get-ReceiveConnector .*)\)\.RemoteIPRanges")]
    private static partial Regex Copied();

    private static IEnumerable<string> Lines(IEnumerable<MigrationAction> actions) => actions.SelectMany(a => a switch
    {
        ExchangeLine line => [line.Command.Line],
        CertificateChange change => change.Lines.Select(l => l.Line),
        MailboxMove move => move.Lines,
        _ => (IEnumerable<string>)[],
    });
}
