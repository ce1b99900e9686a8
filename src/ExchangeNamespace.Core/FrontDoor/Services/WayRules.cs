using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using static ExchangeNamespace.FrontDoor.Services.ServiceFindingCodes;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>What is beside the first answer of a healthy service: plain http, the health page, and the first step of NTLM.</summary>
internal static class WayRules
{
    private const string Rule = "S25";

    /// <summary>Whether the service is open without encryption.</summary>
    public static ServiceIssue? Plain(ServiceObservation seen, string subject)
    {
        if (seen.Plain is not { } plain || (plain.Code != 401 && !(plain.Code is 301 or 302 && Leads.ToLogonPage(plain.Location)
            && Leads.ToPlainHttp(plain.Location))))
        {
            return null;
        }

        return seen.Question.Server is null
            ? ServiceIssue.Error(ServiceVerdict.WithoutSsl, PublishedWithoutSsl, subject,
                "Over http it asks for user and password too, so that both go without encryption.",
                "Redirect http to https on the proxy, or close port 80.", Rule)
            : ServiceIssue.Warning(ServiceVerdict.WithoutSsl, PlainHttpAtServer, subject,
                "The server asks for user and password over http too, as with SSL offloading.",
                "Require SSL on the virtual directory; with Extended Protection it is needed on the whole way.", Rule);
    }

    /// <summary>Whether the page is there by which proxies tell a healthy service.</summary>
    public static ServiceIssue? Health(ServiceObservation seen, string subject) => seen.Health is not { Code: not 0 and not 200 } health
        ? null
        : ServiceIssue.Warning(ServiceVerdict.Inactive, HealthPageAway, subject,
            $"The health page answers {health.Code.ToString(CultureInfo.InvariantCulture)} in place of 200, so a load balancer that asks "
                + "for it takes the server out: it is in maintenance, or Managed Availability has taken the component out.",
            "Look at Get-ServerComponentState and Get-HealthReport of the server.");

    /// <summary>Whether the first step of NTLM keeps its connection.</summary>
    public static ServiceIssue? Handshake(ServiceAnswer answer, string subject) => answer switch
    {
        { Code: 401, HasToken: true, Closes: false } => null,
        { Status: HttpStatus.Closed } => Broken(subject, "The connection is dropped after the first message of NTLM."),
        { Code: 401, HasToken: true } => Broken(subject, "The first message of NTLM is answered, and then the connection is closed."),
        { Code: 401 } => Broken(subject, "The first message of NTLM is answered with a new challenge in place of the second message."),
        { Code: 502 or 503 or 504 } => Broken(subject, "A proxy answers "
            + $"{answer.Code.ToString(CultureInfo.InvariantCulture)} to the first message of NTLM: the server behind it dropped the "
            + "connection or could not be reached."),
        { Status: HttpStatus.Timeout or HttpStatus.Unreachable or HttpStatus.NoTls } => AnswerRules.Silent(subject,
            "the first message of NTLM had no answer"),
        { Status: HttpStatus.Malformed } => ServiceIssue.Warning(ServiceVerdict.NotKnown, OtherAnswer, subject,
            "What comes back to the first message of NTLM is no HTTP, or more than an answer may have, and what that means is not known.",
            "Look at the logs of the server or proxy."),
        _ => ServiceIssue.Warning(ServiceVerdict.NotKnown, OtherAnswer, subject,
            $"The first message of NTLM is answered with {answer.Code.ToString(CultureInfo.InvariantCulture)}, and what that means is "
                + "not known.", "Look at the logs of the server or proxy."),
    };

    /// <summary>Whether Autodiscover in JSON names a host of the plan.</summary>
    public static ServiceIssue? Json(string subject, string address, ServiceAnswer answer, NamespacePlan plan) => answer switch
    {
        { Code: 200, DiscoveredUrl: { } url } when HttpTarget.TryParse(url, out HttpTarget? target) => IsPlanned(plan, target.Host) ? null
            : ServiceIssue.Warning(ServiceVerdict.Json, JsonOtherHost, subject,
                $"Autodiscover in JSON sends {address} to {target.Host}, and the plan does not.",
                "Right where the mailbox is elsewhere, for example in Exchange Online; else compare the URLs of ActiveSync with the plan.",
                "S11"),
        _ => ServiceIssue.Warning(ServiceVerdict.Json, JsonUnknown, subject,
            $"Nothing follows from Autodiscover in JSON for {address}: the answer is "
                + $"{(answer.Code == 0 ? answer.Status.ToString() : answer.Code.ToString(CultureInfo.InvariantCulture))} without a URL.",
            "Ask for the address of a mailbox, and see whether a proxy closes the path.", "S11"),
    };

    private static bool IsPlanned(NamespacePlan plan, string host) => plan.Servers.SelectMany(s => s.Services)
        .Where(a => a.Service == ClientService.ActiveSync).SelectMany(a => new[] { a.Internal.Value, a.External.Value })
        .Any(u => u is not null && string.Equals(HostText.Of(u), host, System.StringComparison.OrdinalIgnoreCase));

    private static ServiceIssue Broken(string subject, string message) => ServiceIssue.Error(
        ServiceVerdict.HandshakeBroken, HandshakeBroken, subject, message,
        "Let the proxy keep the connection of a client and that to the server together; NTLM and Negotiate log on a connection.", Rule);
}
