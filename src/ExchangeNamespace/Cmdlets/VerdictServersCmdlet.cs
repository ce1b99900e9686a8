using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Which servers a verdict may ask, and how.</summary>
public abstract class VerdictServersCmdlet : WebQuestionCmdlet
{
    /// <summary>The DNS servers of the outside view.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] ExternalServer { get; set; } = [];

    /// <summary>The DNS servers of the inside view; those of this machine by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] InternalServer { get; set; } = [];

    /// <summary>Servers to ask for their certificates: host:port or address:port.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] Endpoint { get; set; } = [];

    /// <summary>Contacts the hosts of the plan: web hosts, mail servers, and the hosts at which clients look for Autodiscover.</summary>
    [Parameter]
    public SwitchParameter Probe { get; set; }

    /// <summary>States that inside clients reach the public addresses of their own network.</summary>
    [Parameter]
    public SwitchParameter Hairpin { get; set; }

    /// <summary>The port of the mail servers.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int SmtpPort { get; set; } = 25;

    /// <summary>How long one answer of DNS, and one connection to a web server, may take.</summary>
    [Parameter]
    [Seconds(0.05, 60)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one conversation with a mail server may take.</summary>
    [Parameter]
    [Seconds(0.1, 600)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan SmtpTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What was given and would not be used, or is missing.</summary>
    private protected IEnumerable<InputFault> Refused(int plans, bool hasState, bool isQuietText)
    {
        bool isProbing = Probe || Endpoint.Length > 0;
        (bool Is, string Id, string Parameter, string Message)[] rules =
        [
            (plans == 0 && !hasState, FaultIds.MemberMissing, "Plan", "There is nothing to check. Give a plan, or captured settings with "
                + "-State, or both."),
            (plans > 1, FaultIds.InputContradiction, "Plan", $"{plans} plans were given. One call comes to one verdict: call the "
                + "command for each plan."),
            (plans == 0 && (isProbing || ExternalServer.Length > 0), FaultIds.InputContradiction, "Plan", "Servers are contacted for the "
                + "names of a plan. Give the plan too."),
            (InternalServer.Length > 0 && ExternalServer.Length == 0, FaultIds.InputContradiction, nameof(InternalServer),
                "The inside view is compared with the outside one. Give -ExternalServer too."),
            (DnsServer.Length > 0 && !isProbing, FaultIds.InputContradiction, nameof(DnsServer),
                "-DnsServer says who knows the hosts to contact. Give -Probe or -Endpoint too, or -ExternalServer for the views of DNS."),
            (isQuietText, FaultIds.InputContradiction, "Quiet", "-Quiet writes one Boolean, and -As a text. Give one of the two."),
        ];
        return rules.Where(r => r.Is).Select(r => new InputFault(r.Id, r.Parameter, null, r.Message));
    }
}
