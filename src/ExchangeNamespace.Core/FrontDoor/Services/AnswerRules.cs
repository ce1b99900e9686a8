using System;
using System.Globalization;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Text;
using static ExchangeNamespace.FrontDoor.Services.ServiceFindingCodes;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>What one answer to the first request of a client says about the service.</summary>
internal static class AnswerRules
{
    private const string KernelServer = "Microsoft-HTTPAPI";

    /// <summary>Judges an answer; null for a healthy one. Which schemes a challenge offers is judged apart.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="subject">The service and the place.</param>
    /// <param name="answer">The answer.</param>
    public static ServiceIssue? Judge(ServiceQuestion question, string subject, ServiceAnswer answer) => answer.Status switch
    {
        HttpStatus.Answered => ByCode(question, subject, answer),
        HttpStatus.Timeout => Silent(subject, "the server did not answer in time"),
        HttpStatus.Unreachable => Silent(subject, "nothing listens on the port, or there is no way to the address"),
        HttpStatus.Closed => Silent(subject, "the connection was closed without an answer"),
        HttpStatus.NoTls => Silent(subject, "no TLS could be agreed on"),
        HttpStatus.Malformed => ServiceIssue.Error(ServiceVerdict.OtherSite, NotHttp, subject,
            "What comes back is no HTTP, or more than an answer may have.", "Look at what listens there."),
        _ => throw ClosedSet.Outside(answer.Status),
    };

    /// <summary>Nothing follows from silence.</summary>
    public static ServiceIssue Silent(string subject, string why) => ServiceIssue.Warning(ServiceVerdict.NotAnswered, NotAnswered, subject,
        $"Nothing follows about the service: {why}.", "Ask again from a place that reaches it, or with a longer -Timeout.");

    private static ServiceIssue? ByCode(ServiceQuestion question, string subject, ServiceAnswer answer)
    {
        string code = answer.Code.ToString(CultureInfo.InvariantCulture);
        return answer.Code switch
        {
            401 when answer.IsSessionProxy => ServiceIssue.Warning(ServiceVerdict.ProxyChallenge, ProxyChallenge, subject,
                "The challenge is that of ISA or TMG, which asks in place of Exchange.", "See that it lets the clients of this service "
                    + "log on; it is past its end of life.", "S25"),
            401 => null,
            301 or 302 or 303 or 307 or 308 => Redirected(question, subject, answer),
            200 => Open(question, subject, answer),
            400 or 405 or 411 or 413 or 414 or 431 => ServiceIssue.Error(ServiceVerdict.RequestRefused, RequestRefused, subject,
                $"The request itself is refused ({code}{By(answer)}).",
                "See whether the host is bound in IIS and passed on by the proxy, and whether a limit or filter of the proxy refuses it."),
            403 when question.Service == ClientService.ECP => ServiceIssue.Information(PanelClosed, subject,
                "The path is closed to this client (403).", "Nothing, where that is meant. The options of Outlook on the web use it too."),
            403 => ServiceIssue.Error(ServiceVerdict.Forbidden, Forbidden, subject, $"The path is closed to this client (403{By(answer)}).",
                "Look for a rule of the proxy, an IP filter, or a demand for client certificates."),
            404 => ServiceIssue.Error(ServiceVerdict.DirectoryMissing, DirectoryMissing, subject,
                $"There is no such path (404{By(answer)}): it is not published, or the virtual directory is missing.",
                "Add the path to the proxy, or create the virtual directory again on the server that answered."),
            500 => Broken(subject, code),
            502 or 504 => NoServer(subject, code),
            503 when answer.Web?.StartsWith(KernelServer, StringComparison.OrdinalIgnoreCase) == true => ServiceIssue.Error(
                ServiceVerdict.PoolDown, PoolDown, subject,
                "Windows answers 503 in place of IIS, as it does where the application pool is stopped.",
                "Look at the application pool of the service in IIS, and at the events of WAS in the System log."),
            503 when answer.IsExchange => Broken(subject, code),
            503 => NoServer(subject, code),
            _ => ServiceIssue.Warning(ServiceVerdict.NotKnown, OtherAnswer, subject,
                $"The answer is {code}, and what it means here is not known.", "Look at the logs of the server or proxy."),
        };
    }

    private static string By(ServiceAnswer answer) => answer.Web is { } web ? " of " + web : string.Empty;

    private static ServiceIssue Broken(string subject, string code) => ServiceIssue.Error(ServiceVerdict.ServerError, ServerError, subject,
        $"The server answers with an error ({code}).",
        "Look at the HttpProxy logs of that server, the pools and certificates of the Exchange Back End site, and the event log.");

    private static ServiceIssue NoServer(string subject, string code) => ServiceIssue.Error(ServiceVerdict.NoServerBehind, NoServerBehind,
        subject, $"A proxy answers {code}: it has no server that answers.",
        "Ask the servers themselves with -Server, and look at the health checks, the TLS settings and the time-outs of the proxy.", "S25");

    private static ServiceIssue? Redirected(ServiceQuestion question, string subject, ServiceAnswer answer)
    {
        string to = VisibleText.Short(answer.Location ?? "nowhere");
        bool forPeople = question.Expectation.HasLogonPage;
        return Leads.ToErrorPage(answer.Location) ? ServiceIssue.Error(ServiceVerdict.ServerError, ServerError, subject,
                $"Exchange leads to its error page: {to}.",
                "Look at the HttpProxy logs of that server, the pools and certificates of the Exchange Back End site, and the event log.")
            : forPeople && Leads.ToLogonPage(answer.Location) && Leads.HostOf(answer.Location, question.Host) == question.Host ? null
            : forPeople && Leads.ToIdentityProvider(answer.Location) ? ServiceIssue.Information(SignOnElsewhere, subject,
                $"People sign on elsewhere: {to}.", string.Empty)
            : ServiceIssue.Error(ServiceVerdict.SignOnPage, SignOnPage, subject,
                forPeople ? $"It leads away from the logon page of Exchange, to {to}."
                    : $"It leads to another page, which clients of this service cannot use: {to}.",
                "Except the path from pre-authentication, or publish it where it leads to Exchange.", "S25");
    }

    private static ServiceIssue? Open(ServiceQuestion question, string subject, ServiceAnswer answer) =>
        answer.IsExchange || answer.Build is not null
            ? question.Expectation.HasLogonPage ? null
            : ServiceIssue.Warning(ServiceVerdict.NoChallenge, NoChallenge, subject, "Exchange answers without asking who is there.",
                "See whether a proxy in front signs in for everybody, and whether anonymous access was switched on.")
            : ServiceIssue.Error(ServiceVerdict.OtherSite, OtherSite, subject,
                $"Another site answers with a page (200{By(answer)}).", "Let name and path lead to Exchange: see the address behind the "
                    + "name, wildcards in DNS, and the default site of the proxy.");
}
