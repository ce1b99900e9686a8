using System.Management.Automation;

namespace ExchangeNamespace.Benchmarks.Module;

/// <summary>Takes lines from the pipeline and keeps none: the cheapest command that really receives its input.</summary>
[Cmdlet(VerbsCommunications.Receive, "Line")]
public sealed class ReceiveLineCommand : PSCmdlet
{
    /// <summary>The line.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }
}
