using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Mail.Connectors;

/// <summary>The connectors of a plan as commands, and how each record behind them is checked.</summary>
public sealed class MailFlowScript
{
    private MailFlowScript(NamespacePlan plan, IReadOnlyList<ExchangeCommand> commands, IReadOnlyList<Finding> findings,
        IReadOnlyList<string> unrehearsed)
    {
        Commands = Indexable.Of(commands);
        Findings = Indexable.Of(findings);
        Unrehearsed = Indexable.Of(unrehearsed);
        Checks = Indexable.Of([.. RecordChecks.Of(plan)]);
        Shells = Indexable.Of([.. commands.Select(c => ShellGenerations.Of(c.Version)).Distinct().OrderBy(s => s)]);
    }

    /// <summary>The commands: the servers in the order of the plan, the organisation last.</summary>
    public IReadOnlyList<ExchangeCommand> Commands { get; }

    /// <summary>The shells that the commands are for.</summary>
    public IReadOnlyList<ShellGeneration> Shells { get; }

    /// <summary>The <c>nslookup</c> line that proves each record (S53).</summary>
    public IReadOnlyList<string> Checks { get; }

    /// <summary>What the script has to say.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The servers whose version cannot rehearse, so that they have no command.</summary>
    public IReadOnlyList<string> Unrehearsed { get; }

    /// <summary>Makes the script of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="input">What was said beside it.</param>
    /// <param name="faults">Takes what was refused.</param>
    /// <returns>The script; null when something was refused.</returns>
    public static MailFlowScript? Build(NamespacePlan plan, MailFlowInput input, List<InputFault> faults)
    {
        if (MailFlowReader.Read(plan, input, faults) is not { } options)
        {
            return null;
        }

        List<Finding> findings = [];
        List<ExchangeCommand> commands = [.. ReceiveConnectorLines.Make(plan, options, findings)];
        commands.AddRange(SendConnectorLines.Make(plan, input, options, findings));
        Judge(plan, input, options, findings);
        string[] unrehearsed = options.Rehearse
            ? [.. options.Servers.Where(s => !ServiceCatalog.HasWhatIf(s.Version)).Select(s => s.Name)] : [];
        return new MailFlowScript(plan, [.. commands.Where(c => !options.Rehearse || ServiceCatalog.HasWhatIf(c.Version))], findings,
            unrehearsed);
    }

    private static void Judge(NamespacePlan plan, MailFlowInput input, MailFlowOptions options, List<Finding> findings)
    {
        if (options.Servers.Count == 0)
        {
            findings.Add(MailFlowFindings.NoServer(plan));
            return;
        }

        foreach (PlannedServer server in options.Servers)
        {
            IEnumerable<string> names = plan.Certificates.Where(c => c.IsOn(server.Name))
                .SelectMany(c => c.Names).Select(n => n.Name);
            if (!CertificateNameMatcher.Covers(names, options.MailHost.Value))
            {
                findings.Add(MailFlowFindings.CertificateMissing(server.Name, options.MailHost));
            }
        }

        if (input.State is { } state)
        {
            findings.AddRange(DefaultConnectorRule.Check(plan, state));
        }

        string[] of2007 = [.. options.Servers.Where(s => s.Version.Product == ExchangeProduct.Exchange2007).Select(s => s.Name)];
        string[] withRoles = [.. options.Servers.Where(s => s.Version.Product <= ExchangeProduct.Exchange2013).Select(s => s.Name)];
        if (withRoles.Length > 0)
        {
            findings.Add(MailFlowFindings.TransportRoleNeeded(withRoles));
        }

        if (of2007.Length > 0)
        {
            findings.Add(MailFlowFindings.SenderId(of2007));
        }

        foreach (ExchangeVersion version in options.Servers.Select(s => s.Version).Distinct()
            .Where(v => options.TlsCertificateName is not null && !ConnectorDialect.Of(v).HasTlsCertificateName))
        {
            findings.Add(MailFlowFindings.CertificateNameNotInVersion(version));
        }
    }
}
