using System.Collections.Generic;
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
