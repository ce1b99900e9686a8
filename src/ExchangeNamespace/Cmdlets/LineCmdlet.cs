using System.Management.Automation;
using ExchangeNamespace.Errors;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Commands whose pipeline output is lines that <c>Invoke-Expression</c> may run: -WhatIf and -Confirm hold for these lines too.
/// </summary>
public abstract class LineCmdlet : NamespaceCmdlet
{
    /// <summary>
    /// Whether lines that cannot be rehearsed may be written. Under -Confirm the user is asked; under -WhatIf an error says why they are
    /// not.
    /// </summary>
    /// <param name="subject">What the lines are for.</param>
    private protected bool MayWriteLines(string subject)
    {
        if (Ask($"Write the lines for {subject}", subject, out bool underWhatIf))
        {
            return true;
        }

        if (underWhatIf)
        {
            WriteError(ErrorRecords.LinesNotRehearsed(subject));
        }

        return false;
    }

    /// <summary>Whether lines may be written. Under -Confirm the user is asked; under -WhatIf they are rehearsed.</summary>
    /// <param name="subject">What the lines are for.</param>
    /// <param name="rehearse">Becomes true under -WhatIf: each line must then carry -WhatIf itself.</param>
    private protected bool MayWriteLines(string subject, ref bool rehearse)
    {
        bool granted = Ask($"Write the lines for {subject}, each with -WhatIf", subject, out bool underWhatIf);
        rehearse |= underWhatIf;
        return granted || underWhatIf;
    }

    private bool Ask(string description, string subject, out bool underWhatIf)
    {
        bool granted = ShouldProcess(
            description, $"Write the lines for {subject}? Invoke-Expression behind this command runs them.", "Confirm",
            out ShouldProcessReason reason);
        underWhatIf = reason == ShouldProcessReason.WhatIf;
        return granted;
    }
}
