using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace ExchangeNamespace.StandIn;

/// <summary>What running one line gave.</summary>
/// <param name="Line">The line.</param>
/// <param name="Output">Objects that left the pipeline.</param>
/// <param name="Errors">Parse, binding and command errors.</param>
/// <param name="Calls">The Exchange commands that bound, in order.</param>
public sealed record StandInResult(
    string Line, IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<StandInCall> Calls)
{
    /// <summary>True when the line ran without an error.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The errors as text: id and message, one a line.</summary>
    public string ErrorText => string.Join("\n", Errors.Select(e => e.FullyQualifiedErrorId + ": " + e.Exception.Message));

    /// <inheritdoc/>
    public override string ToString() => Line + (Succeeded ? string.Empty : "\n  " + ErrorText);
}
