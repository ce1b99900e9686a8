using System.Management.Automation;

namespace ExchangeNamespace.Shell.Commands;

/// <summary>Writes an error record.</summary>
[Cmdlet(VerbsCommunications.Write, "Error")]
public sealed class WriteErrorCommand : PSCmdlet
{
    /// <summary>The text.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string Message { get; set; } = "";

    /// <summary>The id of the record.</summary>
    [Parameter]
    public string ErrorId { get; set; } = typeof(WriteErrorException).FullName!;

    /// <summary>The category of the record.</summary>
    [Parameter]
    public ErrorCategory Category { get; set; }

    /// <summary>What the error is about.</summary>
    [Parameter]
    public object? TargetObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteError(new ErrorRecord(new WriteErrorException(Message), ErrorId, Category, TargetObject));

    /// <summary>What PowerShell's own command wraps a bare message in.</summary>
    /// <param name="message">The text.</param>
    private sealed class WriteErrorException(string message) : System.Exception(message);
}
