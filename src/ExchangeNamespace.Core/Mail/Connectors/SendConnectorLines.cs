using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Mail.Connectors;

/// <summary>
/// The send connector for the Internet (S46), which belongs to the organisation: the newest shell makes or changes it, because older
/// tools cannot manage what newer ones have written.
/// </summary>
internal static class SendConnectorLines
{
    private const string Reason =
        "Receivers see this name in EHLO and compare it with the PTR record; without it they see the name of the server (S46, S47).";

    public static IEnumerable<ExchangeCommand> Make(NamespacePlan plan, MailFlowInput input, MailFlowOptions options,
        List<Finding> findings)
    {
        PlannedServer[] able = [
            .. plan.Servers.Where(
                s => (input.Selection with { Generation = null }).Includes(s)
                    && (s.InternetFacing || input.Selection.Servers is not null))];
        if (able.Length == 0)
        {
            yield break;
        }

        ExchangeVersion version = able.Max(s => s.Version)!;
        ShellGeneration shell = ShellGenerations.Of(version);
        if (input.Selection.Generation is { } wanted && wanted != shell)
        {
            yield break;
        }

        if (input.State is { } state && state.Has(StateKind.SendConnector))
        {
            CapturedSendConnector[] captured = [
                .. state.SendConnectors.Where(c => c.AddressSpaces.Value?.Any(s => Serves(s, options.AddressSpace)) == true)];
            foreach (ExchangeCommand command in captured.SelectMany(c => Change(c, version, options, findings)))
            {
                yield return command;
            }

            if (captured.Length > 0)
            {
                yield break;
            }
        }

        findings.Add(MailFlowFindings.SendConnectorCreated(options.AddressSpace, version));
        yield return Command("New-SendConnector", version,
            [.. Parameters(options, able.Where(s => ShellGenerations.Of(s.Version) == shell), ConnectorDialect.Of(version))], options,
            $"Only if Get-SendConnector shows none for {options.AddressSpace}.");
    }

    /// <summary>An address space stands as <c>SMTP:*;1</c>: kind, domain, cost.</summary>
    private static bool Serves(string addressSpace, string domain)
    {
        string text = addressSpace.Substring(addressSpace.IndexOf(':') + 1);
        int cost = text.IndexOf(';');
        return string.Equals(cost < 0 ? text : text.Substring(0, cost), domain, StringComparison.OrdinalIgnoreCase)
            && (addressSpace.IndexOf(':') < 0 || addressSpace.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Gives a captured connector the public name, and knows how to take it back.</summary>
    private static IEnumerable<ExchangeCommand> Change(CapturedSendConnector connector, ExchangeVersion version, MailFlowOptions options,
        List<Finding> findings)
    {
        string host = options.Mail.SendingHost.Value;
        bool named = options.TlsCertificateName is null || !ConnectorDialect.Of(version).HasTlsCertificateName
            || connector.TlsCertificateName.Value == options.TlsCertificateName;
        bool same = string.Equals(connector.Fqdn.Value, host, StringComparison.OrdinalIgnoreCase);
        if (same && named)
        {
            findings.Add(MailFlowFindings.SendConnectorAsPlanned(connector.Name, options.Mail.SendingHost));
            yield break;
        }

        List<CommandParameter> set = [Identity(connector)];
        List<CommandParameter> back = [Identity(connector)];
        bool known = true;
        if (!same)
        {
            findings.Add(MailFlowFindings.SendConnectorChanged(connector.Name, connector.Fqdn));
            set.Add(new CommandParameter("Fqdn", CommandValue.Text(host, LiteralForm.Bare)));
            Back("Fqdn", connector.Fqdn);
        }

        if (!named)
        {
            set.Add(new CommandParameter("TlsCertificateName", CommandValue.Text(options.TlsCertificateName!, LiteralForm.DoubleQuoted)));
            Back("TlsCertificateName", connector.TlsCertificateName);
        }

        yield return Command("Set-SendConnector", version, set, options, null,
            known ? Command("Set-SendConnector", version, back, options, null) : null);

        void Back(string parameter, Captured<string> value)
        {
            known &= value.IsCaptured && (value.Value is null || PowerShellLiteral.CanQuote(value.Value));
            back.Add(new CommandParameter(parameter,
                known && value.Value is { } text ? CommandValue.Text(text, LiteralForm.DoubleQuoted) : CommandValue.Null));
        }
    }

    private static CommandParameter Identity(CapturedSendConnector connector) =>
        new("Identity", CommandValue.Text(connector.Identity, LiteralForm.DoubleQuoted));

    private static IEnumerable<CommandParameter> Parameters(MailFlowOptions options, IEnumerable<PlannedServer> servers,
        ConnectorDialect dialect)
    {
        yield return new("Name", CommandValue.Text(options.SendName, LiteralForm.DoubleQuoted));
        yield return dialect.SendUsage == ConnectorUsage.UsageParameter
            ? new("Usage", CommandValue.Text("Internet", LiteralForm.Bare))
            : new("Internet", CommandValue.Switch);
        yield return new("AddressSpaces", CommandValue.Text(options.AddressSpace, LiteralForm.DoubleQuoted));
        yield return new("SourceTransportServers", CommandValue.List(servers.Select(s => s.Name), LiteralForm.Bare));
        yield return new("Fqdn", CommandValue.Text(options.Mail.SendingHost.Value, LiteralForm.Bare));
        if (options.TlsCertificateName is { } certificate && dialect.HasTlsCertificateName)
        {
            yield return new("TlsCertificateName", CommandValue.Text(certificate, LiteralForm.DoubleQuoted));
        }
    }

    private static ExchangeCommand Command(string name, ExchangeVersion version, IReadOnlyList<CommandParameter> parameters,
        MailFlowOptions options, string? caution, ExchangeCommand? undo = null) =>
        new(name, options.Rehearse ? [.. parameters, new CommandParameter("WhatIf", CommandValue.Switch)] : parameters)
        {
            Phase = CommandPhase.Connector,
            Target = string.Empty,
            Version = version,
            Reason = Reason,
            Caution = caution,
            Undo = undo,
        };
}
