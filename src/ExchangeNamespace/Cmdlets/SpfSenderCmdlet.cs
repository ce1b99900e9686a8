using System.Management.Automation;
using ExchangeNamespace.Binding;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Who sends mail for a domain, as it is stated: addresses, exchangers, hosts and services.</summary>
public abstract class SpfSenderCmdlet : SpfCmdlet
{
    /// <summary>The addresses and networks that mail is sent from.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? IPAddress { get; set; }

    /// <summary>Lets the mail exchangers of the domain send.</summary>
    [Parameter]
    public SwitchParameter Mx { get; set; }

    /// <summary>Lets the addresses of the domain itself send.</summary>
    [Parameter]
    public SwitchParameter A { get; set; }

    /// <summary>Hosts that send, by name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? HostName { get; set; }

    /// <summary>Records of services that send for the domain.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Include { get; set; }
}
