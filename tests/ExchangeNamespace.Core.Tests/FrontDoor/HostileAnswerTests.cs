using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ExchangeNamespace.FrontDoor.Services;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;
using static ExchangeNamespace.Tests.FrontDoor.ServiceParts;

namespace ExchangeNamespace.Tests.FrontDoor;

/// <summary>Answers whose bytes were changed: each comes to a result, and no character that a terminal obeys gets into it.</summary>
public class HostileAnswerTests
{
    private static readonly string[] Seeds =
    [
        "HTTP/1.1 401 Unauthorized\r\nServer: Microsoft-IIS/10.0\r\nX-FEServer: EX01\r\nX-OWA-Version: 15.2.1544.9\r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: https://mail.contoso.com/owa/auth/logon.aspx?url=x&reason=0\r\nStrict-Transport-Security: max-age=300\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3A\r\n{\"Protocol\":\"ActiveSync\",\"Url\":\"https://mail.contoso.com/x\"}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n<link href=\"/owa/auth/15.2.1544/themes/resources/favicon.ico\">",
        "HTTP/1.1 503 Service Unavailable\r\nServer: Microsoft-HTTPAPI/2.0\r\nConnection: close\r\n\r\nService Unavailable",
    ];

    private static readonly string[] Pieces =
        ["\u001b[31m", "\r\n", "\n\n", "\0", "\u009b", "\u007f", new string('A', 5000), "9999999999", "-1", "FFFFFFF\r\n", ": ", "\"", ",", "\u202e", "%0d%0a", " "];

    [Fact]
    public void Changed_answers_come_to_results_that_a_terminal_can_show()
    {
        Random random = new(860);
        ServiceQuestion[] questions = [.. Questions()];
        int understood = 0;
        for (int i = 0; i < RandomCases.Of(1000, 10000); i++)
        {
            byte[] bytes = Change(random, Seeds[random.Next(Seeds.Length)]);
            ServiceAnswer answer = Answer(bytes);
            ServiceQuestion question = questions[random.Next(questions.Length)];
            ServiceObservation seen = Seen(question, answer, Answer(Encoding.ASCII.GetBytes(Seeds[0]))) with
            {
                Plain = answer, Health = answer, Logons = [answer], Handshakes = [answer], Json = [("a@contoso.com", answer)],
            };
            NamespaceServiceCheck check = new ServiceJudge(Plan, null).Judge([], [seen]).Single();
            understood += answer.Code == 0 ? 0 : 1;
            Assert.All(Texts(check), text => Assert.DoesNotContain(text, IsObeyed));
            Assert.All(Texts(check), text => Assert.True(text.Length < 4000, text));
        }

        Assert.True(understood > 100, "Hardly an answer was one.");
    }

    private static bool IsObeyed(char c) => char.IsControl(c) || c is '\u202e';

    private static IEnumerable<string> Texts(NamespaceServiceCheck check) =>
        new[] { check.Subject, check.Message, check.Remedy, check.TransportSecurity ?? string.Empty }
            .Concat(check.Scheme).Concat(check.AnsweredBy).Concat(check.Build)
            .Concat(check.Findings.SelectMany(f => new[] { f.Subject, f.Message, f.Remedy }));

    private static byte[] Change(Random random, string seed)
    {
        List<byte> bytes = [.. Encoding.ASCII.GetBytes(seed)];
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.GetEncoding("iso-8859-1").GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(40, bytes.Count - at)));
                    break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)'H');
            }
        }

        return [.. bytes];
    }
}
