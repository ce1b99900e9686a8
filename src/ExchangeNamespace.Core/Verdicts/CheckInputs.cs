using System;

namespace ExchangeNamespace.Verdicts;

/// <summary>What checks can be made of.</summary>
[Flags]
internal enum CheckInputs
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A plan.</summary>
    Plan = 1,

    /// <summary>Captured settings.</summary>
    State = 2,

    /// <summary>The DNS servers of the outside view.</summary>
    Views = 4,

    /// <summary>Leave to contact the hosts of the plan.</summary>
    Probe = 8,

    /// <summary>Endpoints that were named.</summary>
    Endpoint = 16,
}
