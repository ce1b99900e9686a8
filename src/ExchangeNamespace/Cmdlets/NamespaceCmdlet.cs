using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What every command of the module does alike: faults become error records, findings go to the stream of their severity.</summary>
public abstract class NamespaceCmdlet : PSCmdlet
{
    private protected void WriteFaults(IEnumerable<InputFault> faults)
    {
        foreach (InputFault fault in faults)
        {
            WriteError(ErrorRecords.Fault(fault));
        }
    }

    /// <summary>The faults of a file. Where it is not JSON there is no value to show, so the file is what the fault is about.</summary>
    private protected static IEnumerable<InputFault> OfFile(string file, IEnumerable<InputFault> faults) =>
        faults.Select(f => f.Id == FaultIds.JsonInvalid ? f with { Value = file, Message = $"'{file}': {f.Message}" } : f);

    private protected void WriteFindings(IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            switch (finding.Severity)
            {
                case FindingSeverity.Error:
                    WriteError(ErrorRecords.Finding(finding));
                    break;
                case FindingSeverity.Warning:
                    WriteWarning($"{finding.Code} {finding.Subject}: {finding.Message} {finding.Remedy}".TrimEnd());
                    break;
                default:
                    break;
            }
        }
    }
}
