using System.Management.Automation;

namespace ExchangeNamespace.Benchmarks.Module;

/// <summary>Writes lines that exist already: what any command pays for its output before it has done any work.</summary>
[Cmdlet(VerbsCommunications.Write, "PrebuiltLine")]
[OutputType(typeof(string))]
public sealed class WritePrebuiltLineCommand : PSCmdlet
{
    /// <summary>The lines.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string[] Line { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string line in Line)
        {
            WriteObject(line);
        }
    }
}
