using System;
using System.Management.Automation;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>A command that Exchange would refuse.</summary>
internal sealed class StandInFault(string errorId, ErrorCategory category, string message) : Exception(message)
{
    /// <summary>The error record of the fault.</summary>
    public ErrorRecord ToErrorRecord() => new(this, errorId, category, null);

    public static StandInFault NotFound(string kind, string identity) =>
        new("ObjectNotFound", ErrorCategory.ObjectNotFound, "There is no " + kind + " '" + identity + "'.");

    public static StandInFault Exists(string kind, string identity) =>
        new("ObjectExists", ErrorCategory.ResourceExists, "The " + kind + " '" + identity + "' exists already.");

    public static StandInFault Ambiguous(string kind, string identity) =>
        new("AmbiguousIdentity", ErrorCategory.InvalidArgument, "'" + identity + "' names more than one " + kind + ".");

    public static StandInFault Invalid(string message) => new("InvalidCombination", ErrorCategory.InvalidArgument, message);
}
