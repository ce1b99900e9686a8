using System.Collections.Generic;
using System.Linq;

namespace ExchangeNamespace.Migration.Simulation;

/// <summary>What a move of mailboxes does.</summary>
internal sealed class MailboxActions(Moment moment)
{
    private const string Rule = "S30";

    public IEnumerable<Trouble> Run(MailboxMove move)
    {
        HashSet<string> holders = moment.HoldersOf(move.Kind);
        if (move.Kind == MailboxKind.User && move.From.FirstOrDefault(f => !holders.Contains(f)) is { } empty)
        {
            yield return Trouble.Error(SimulationFindingCodes.OutOfOrder, empty,
                $"mailboxes are to leave {empty}, which holds none at that moment.", "Put the step where its change finds what it expects.",
                Rule);
        }

        if (move.To.FirstOrDefault(t => moment.Find(t) is not { Answers: true }) is { } missing)
        {
            yield return Trouble.Error(SimulationFindingCodes.NotPossible, missing,
                $"mailboxes are to move to {missing}, which is not in service at that moment.",
                "Install the server and put it into service first.", Rule);
        }

        if (move.Kind == MailboxKind.System)
        {
            // Which servers held them is not known: after the move it is.
            holders.Clear();
        }
        else if (move.Kind != MailboxKind.Pilot)
        {
            holders.ExceptWith(move.From);
        }

        holders.UnionWith(move.To.Where(t => moment.Find(t) is { IsInstalled: true }));
        if (move.Kind == MailboxKind.User)
        {
            // The test users are users like others from then on.
            moment.HoldersOf(MailboxKind.Pilot).Clear();
        }
    }
}
