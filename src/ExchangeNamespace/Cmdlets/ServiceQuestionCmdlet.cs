using System;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Which services are asked, where, and how.</summary>
public abstract class ServiceQuestionCmdlet : WebQuestionCmdlet
{
    /// <summary>The services; all by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SingleValue(IsList = true)]
    public ClientService[] Service { get; set; } = [];

    /// <summary>The servers of the plan to ask themselves too, by name or with wildcards; inside all of them by default.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MachineCompleter))]
    public string[]? Server { get; set; }

    /// <summary>host=address: where a host or server is asked in place of what DNS says.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] Resolve { get; set; } = [];

    /// <summary>How often each service is asked, each time over a connection of its own.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int Count { get; set; } = 1;

    /// <summary>Sends the first message of NTLM too, which holds no name and no password.</summary>
    [Parameter]
    public SwitchParameter Handshake { get; set; }

    /// <summary>Mail addresses for which Autodiscover is asked in JSON.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] EmailAddress { get; set; } = [];

    /// <summary>How long one request may take.</summary>
    [Parameter]
    [Seconds(0.05, 300)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
