using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;

namespace ExchangeNamespace.Certificates.Deployment;

/// <summary>
/// The script that an ACME client calls: what the plan says as quoted literals, below it the same functions for every plan. They are
/// written in what PowerShell 2.0 understands; only what a version names otherwise lies in a file of its own.
/// </summary>
internal static class DeploymentScript
{
    private static readonly string[] Functions =
    [
        "02-log", "03-secret", "04-certificate", "05-probe", "06-former", "07-server", "08-install", "09-restore", "10-organization",
        "20-removal", "30-main",
    ];

    /// <summary>The lines of the file.</summary>
    /// <param name="plan">What is deployed.</param>
    /// <param name="writer">Who writes it and when, for the first line.</param>
    public static IEnumerable<string> Lines(DeploymentPlan plan, string writer) =>
    [
        ScriptComment.Line($"Deploys renewed certificates of {plan.Title} to servers of {ShellGenerations.Describe(plan.Shell)}. {writer}"),
        ScriptComment.Line("An ACME client calls it with a file that holds certificate and private key. What follows from the plan stands "
            + "first; the functions are the same for every plan."),
        .. Body("01-parameters"),
        "begin {",
        .. Indented(Data(plan)),
        string.Empty,
        .. Functions.Append(plan.Shell == ShellGeneration.Exchange2010 ? "dialect-2010" : "dialect-2013")
            .SelectMany(f => Indented([.. Body(f), string.Empty])),
        .. Indented(Body("31-start")),
        "}",
        "process {",
        "    Start-Deployment $PfxFullChain $PfxPass",
        "}",
        "end {",
        "    if ($Failures -gt 0) { exit 1 }",
        "    exit 0",
        "}",
    ];

    private static IEnumerable<string> Data(DeploymentPlan plan)
    {
        yield return "$ErrorActionPreference = 'Stop'";
        yield return "$PlanTitle = " + Quote(plan.Title);
        yield return "$OverwriteDefaultSmtp = " + CommandValue.Boolean(plan.OverwriteDefaultSmtp);
        yield return "$PlanOld = " + List(plan.OldThumbprints);
        yield return "$PlanCertificates = @(";
        for (int i = 0; i < plan.Certificates.Count; i++)
        {
            foreach (string line in Indented(Certificate(plan.Certificates[i])))
            {
                yield return line;
            }

            yield return i == plan.Certificates.Count - 1 ? "    }" : "    },";
        }

        yield return ")";
    }

    private static IEnumerable<string> Certificate(DeployedCertificate certificate)
    {
        yield return "@{";
        yield return "    Number = " + certificate.Number.ToString(CultureInfo.InvariantCulture);
        yield return "    Hosts = " + List(certificate.Hosts);
        yield return "    MailProtocolName = " + Quote(certificate.MailProtocolName);
        yield return "    SendConnectors = " + List(certificate.SendConnectors);
        yield return "    Hybrid = " + CommandValue.Boolean(certificate.Hybrid);
        yield return "    Provider = " + Quote(certificate.Outlook?.Provider ?? string.Empty);
        yield return "    PrincipalName = " + Quote(certificate.Outlook?.CertPrincipalName ?? string.Empty);
        yield return "    Servers = @(";
        for (int i = 0; i < certificate.Servers.Count; i++)
        {
            DeployedServer server = certificate.Servers[i];
            yield return "        @{";
            yield return "            Name = " + Quote(server.Name);
            yield return "            Host = " + Quote(server.Host);
            yield return "            Services = " + List(server.Services.Select(s => s.ToString()));
            yield return "            ReceiveConnectors = " + List(server.ReceiveConnectors);
            yield return i == certificate.Servers.Count - 1 ? "        }" : "        },";
        }

        yield return "    )";
    }

    private static string Quote(string text) => PowerShellLiteral.Quote(text, LiteralForm.SingleQuoted);

    private static string List(IEnumerable<string> texts) => "@(" + string.Join(", ", texts.Select(Quote)) + ")";

    private static IEnumerable<string> Indented(IEnumerable<string> lines) => lines.Select(l => l.Length == 0 ? l : "    " + l);

    private static IReadOnlyList<string> Body(string name)
    {
        using Stream stream = typeof(DeploymentScript).Assembly.GetManifestResourceStream("Deployment." + name + ".ps1")
            ?? throw new FileNotFoundException("The embedded part of the script is missing.", name);
        using StreamReader reader = new(stream, Encoding.ASCII);
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
