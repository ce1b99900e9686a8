using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.StandIn.Commands;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn;

/// <summary>The one object that the functions in a runspace call; it leads to the organisation that uses the runspace at the time.</summary>
public sealed class StandInBridge
{
    internal StandInExchange? Current { get; set; }

    /// <summary>Files in memory, where rewritten lines read and write.</summary>
    public StandInFiles Files => Owner.State.Files;

    /// <summary>The organisation.</summary>
    public StandInExchange Exchange => Owner;

    private StandInExchange Owner => Current ?? throw new InvalidOperationException("No organisation uses this runspace.");

    /// <summary>Runs a bound command.</summary>
    public StandInOutcome Process(PSCmdlet cmdlet, IDictionary bound)
    {
        ArgumentNullException.ThrowIfNull(cmdlet);
        ArgumentNullException.ThrowIfNull(bound);
        try
        {
            var call = new CommandCall(cmdlet, bound, Owner.Version, Owner.State, Owner.BindingOnly);
            Owner.Record(new StandInCall(call.Entry.Name, call.ParameterSet, call.Bound));
            Owner.Fail(afterwards: false);
            List<object> output = [.. Dispatcher.Run(call)];
            Owner.Fail(afterwards: true);
            return new StandInOutcome([.. output], null);
        }
        catch (StandInFault fault)
        {
            return new StandInOutcome([], fault.ToErrorRecord());
        }
    }

    /// <summary>The text that is run for a line, see <see cref="LineRewriter"/>.</summary>
    public string Rewrite(string line) => LineRewriter.Rewrite(line);
}
