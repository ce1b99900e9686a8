using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>From where, by which DNS servers and at which ports web hosts of a plan are asked.</summary>
public abstract class WebQuestionCmdlet : NetworkCmdlet
{
    /// <summary>Where this machine is: the web hosts of that view are asked.</summary>
    [Parameter]
    [SingleValue]
    public DnsView View { get; set; } = DnsView.External;

    /// <summary>The DNS servers that know what is asked; those of this machine by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[] DnsServer { get; set; } = [];

    /// <summary>The port behind https URLs, for a server that is not published yet.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int HttpsPort { get; set; } = 443;

    /// <summary>The port behind http URLs, for a server that is not published yet.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int HttpPort { get; set; } = 80;
}
