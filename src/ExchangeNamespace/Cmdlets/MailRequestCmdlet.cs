using System.Management.Automation;
using ExchangeNamespace.Binding;

namespace ExchangeNamespace.Cmdlets;

/// <summary>What a request says about mail: its domains, and the names and addresses that it is received and sent under.</summary>
public abstract class MailRequestCmdlet : NamespaceCmdlet
{
    private protected const string NamesSet = "Names";
    private protected const string DesignSet = "Design";

    /// <summary>The primary mail domains.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? SmtpDomain { get; set; }

    /// <summary>The public mail host.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? MailHost { get; set; }

    /// <summary>The public addresses of the mail host.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? MailIPAddress { get; set; }

    /// <summary>The name that mail is sent under, where it is not the mail host.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? SendingHost { get; set; }

    /// <summary>The public addresses that mail is sent from, where they are not those of the mail host.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? SendingIPAddress { get; set; }

    /// <summary>The exchangers of a hosted hygiene service in front, most preferred first.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? HygieneHost { get; set; }

    /// <summary>The address ranges that the hygiene service delivers from.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? HygieneIPRange { get; set; }

    /// <summary>Child domains that receive mail.</summary>
    [Parameter(ParameterSetName = NamesSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? MailChildDomain { get; set; }
}
