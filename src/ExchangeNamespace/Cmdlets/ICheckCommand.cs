using System.Management.Automation;

namespace ExchangeNamespace.Cmdlets;

/// <summary>A command that checks: it writes results, or one answer for the whole call.</summary>
public interface ICheckCommand
{
    /// <summary>Writes $true or $false in place of results and findings.</summary>
    SwitchParameter Quiet { get; }
}
