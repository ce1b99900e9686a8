using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Services;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.FrontDoor;

/// <summary>Plans, questions and answers of services, without a network.</summary>
internal static class ServiceParts
{
    public static NamespacePlan Plan { get; } = Plans.Make(new object[] { Server("EX01", "10.0.0.11"), Server("EX02", "10.0.0.12") },
        ("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("ExchangeVersion", "2019"));

    public static Dictionary<string, object?> Server(string name, string address) => Plans.Members(("Name", name), ("IPAddress", address));

    /// <summary>The questions of the inside view; what is refused fails the test.</summary>
    public static IReadOnlyList<ServiceQuestion> Questions(NamespacePlan? plan = null, DnsView view = DnsView.Internal, ExchangeState? state = null,
        params ClientService[] services)
    {
        List<InputFault> faults = [];
        IReadOnlyList<ServiceQuestion> questions = new ServiceQuestions { Plan = plan ?? Plan, View = view, State = state, Services = services }.Of(faults);
        Assert.Empty(faults);
        return questions;
    }

    /// <summary>The question about a service of the host, or of the first server.</summary>
    public static ServiceQuestion Question(ClientService service, bool isDirect = false, ExchangeState? state = null) =>
        Questions(state: state, services: service).First(q => q.Server is null != isDirect && (isDirect || q.Host == "mail.contoso.com"));

    /// <summary>The answer that bytes come to.</summary>
    public static ServiceAnswer Answer(byte[] bytes) => ServiceAnswer.Of(
        HttpResponseReader.TryRead(bytes, bytes.Length, ended: true, out HttpResponse? response) == HttpReading.Complete
            ? new HttpAnswer { Status = HttpStatus.Answered, Response = response } : new HttpAnswer { Status = HttpStatus.Malformed });

    /// <summary>The answer of a head in one line, with <c>|</c> between its lines, and a body.</summary>
    public static ServiceAnswer Answer(string head, string body = "") =>
        Answer(Encoding.ASCII.GetBytes($"HTTP/1.1 {head.Replace("|", "\r\n")}\r\nContent-Length: {body.Length}\r\n\r\n{body}"));

    /// <summary>The results of one service at the host that gave these answers.</summary>
    public static NamespaceServiceCheck Judge(ServiceQuestion question, params ServiceAnswer[] answers) =>
        new ServiceJudge(Plan, null).Judge([], [Seen(question, answers)]).Single();

    public static ServiceObservation Seen(ServiceQuestion question, params ServiceAnswer[] answers) => new()
    {
        Question = question,
        Place = new ServicePlace(question.Host, question.Name, question.Server, "192.0.2.1"),
        Answers = answers,
    };

    /// <summary>A server that says one thing and counts.</summary>
    public sealed class CountingProbe(HttpRequestForm form, List<string> asked, string answer) : IHttpProbe
    {
        private static int s_open;

        public static int MostOpen { get; private set; }

        public async Task<HttpAnswer> GetAsync(HttpTarget target, string address, TimeSpan timeout, CancellationToken cancel)
        {
            MostOpen = Math.Max(MostOpen, Interlocked.Increment(ref s_open));
            await Task.Yield();
            Interlocked.Decrement(ref s_open);
            asked.Add($"{form.Method} {target} {address} {form.Authorization}".TrimEnd());
            byte[] bytes = Encoding.ASCII.GetBytes(answer);
            return HttpResponseReader.TryRead(bytes, bytes.Length, ended: true, out HttpResponse? response) == HttpReading.Complete
                ? new HttpAnswer { Status = HttpStatus.Answered, Response = response } : new HttpAnswer { Status = HttpStatus.Timeout };
        }
    }
}
