using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace ExchangeNamespace.Shell.Commands;

/// <summary>Runs text as PowerShell in the caller's scope, one pipeline object at a time, as PowerShell's own command does.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "Expression")]
public sealed class InvokeExpressionCommand : PSCmdlet
{
    /// <summary>The text to run.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [ValidateTrustedData]
    public string Command { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord() => InvokeCommand.InvokeScript(
        Command, useNewScope: false, PipelineResultTypes.Output | PipelineResultTypes.Error, input: null, args: []);
}
