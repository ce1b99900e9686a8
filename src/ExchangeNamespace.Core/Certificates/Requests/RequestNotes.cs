using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Certificates.Requests;

/// <summary>What the writers of the requests of one plan have to say, in the order in which they say it.</summary>
internal sealed class RequestNotes
{
    /// <summary>What was asked and cannot be done.</summary>
    public List<InputFault> Faults { get; } = [];

    /// <summary>What the administrator should know of the requests.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>What was not stated and was taken for granted.</summary>
    public List<string> Assumptions { get; } = [];
}
