using System.Linq;
using ExchangeNamespace.Comparison;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Design;

/// <summary>
/// The public mail host, which the receive connectors for mail from the Internet state, and the sending host, which the send connectors
/// for all domains state.
/// </summary>
internal static class MailDesign
{
    public static void Add(DesignDraft draft)
    {
        NotCaptured(draft, StateKind.ReceiveConnector, "MailHost", "receive connectors", "Get-ReceiveConnector");
        NotCaptured(draft, StateKind.SendConnector, "SendingHost", "send connectors", "Get-SendConnector");
        Vote? receiving = Vote.Count(draft.State.ReceiveConnectors
            .Where(c => InternetConnectors.TakesMail(c) == true && c.Fqdn.IsCaptured)
            .Select(c => (c.Identity, Name(draft, c.Fqdn))));
        Vote? sending = Vote.Count(draft.State.SendConnectors
            .Where(c => InternetConnectors.Sends(c) == true && c.Fqdn.IsCaptured && c.Enabled is not { IsKnown: true, Value: false })
            .Select(c => (c.Identity, Name(draft, c.Fqdn))));
        Fqdn? mailHost = Host(receiving);
        if (mailHost is not null)
        {
            draft.Put("MailHost", mailHost.Value, receiving!.Certainty, "receive connectors " + Connectors(receiving));
        }

        Fqdn? sendingHost = Host(sending);
        if (sendingHost is not null && mailHost is not null && !sendingHost.Equals(mailHost))
        {
            draft.Put("SendingHost", sendingHost.Value, sending!.Certainty, "send connectors " + Connectors(sending));
        }
        else if (sendingHost is not null && mailHost is null)
        {
            draft.Findings.Add(Findings.Information(DesignFindingCodes.NotCarried, "SendingHost",
                $"The send connector {Connectors(sending!)} states {sendingHost}, but no receive connector states a mail host, without "
                    + "which a design has no sending host.",
                "Write MailHost into the design to plan mail.", "S45"));
        }

        Report(draft, receiving, "receive connectors that take mail from the Internet");
        Report(draft, sending, "send connectors for all domains");
    }

    private static void NotCaptured(DesignDraft draft, StateKind kind, string member, string what, string command)
    {
        if (!draft.State.Has(kind))
        {
            draft.Findings.Add(Findings.Information(DesignFindingCodes.NotCaptured, member,
                $"The {what} were not captured, so the design leaves {member} out.",
                $"Capture {command} too, or write {member} into the design.", DesignFindingCodes.Rule));
        }
    }

    private static Choice Name(DesignDraft draft, Captured<string> fqdn) => fqdn is not { IsKnown: true, Value.Length: > 0 } ? Choice.None
        : ExchangeUrl.NormaliseHost(fqdn.Value!) is var host && draft.Servers.Any(s => s.IsOwnName(host)) ? Choice.Own
        : Choice.Shared(host);

    private static Fqdn? Host(Vote? vote) => vote is { Winner.Kind: ChoiceKind.Shared }
        && Fqdn.TryParse(vote.Winner.Text, "Fqdn", out Fqdn? host, out _) ? host : null;

    private static string Connectors(Vote vote) => NameList.Describe([.. vote.Supporters.Select(VisibleText.Short)]);

    private static void Report(DesignDraft draft, Vote? vote, string what)
    {
        if (vote is { Odd.Count: > 0 })
        {
            draft.Findings.Add(Findings.Warning(DesignFindingCodes.MailNameDiffers,
                NameList.Describe([.. vote.Odd.Select(o => VisibleText.Short(o.Server))]),
                $"The {what} state different names: {vote.DescribeOdd()}; {vote.DescribeWinner()}.",
                "Set the planned name with the lines of Export-MailFlowScript.", "S46",
                [.. vote.Odd.Select(o => $"{o.Server}: {o.Choice}")]));
        }
    }
}
