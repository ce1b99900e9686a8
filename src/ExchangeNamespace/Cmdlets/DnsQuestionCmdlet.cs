using System;
using System.Management.Automation;
using ExchangeNamespace.Binding;

namespace ExchangeNamespace.Cmdlets;

/// <summary>How long and how often DNS servers are asked.</summary>
public abstract class DnsQuestionCmdlet : NetworkCmdlet
{
    /// <summary>How long to wait for one answer.</summary>
    [Parameter]
    [Seconds(0.05, 60)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often to ask again where no answer came.</summary>
    [Parameter]
    [ValidateRange(0, 10)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int Retry { get; set; } = 1;
}
