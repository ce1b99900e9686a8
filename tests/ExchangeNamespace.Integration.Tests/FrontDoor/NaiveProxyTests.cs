using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using ExchangeNamespace.Integration.Tests.FrontEnd;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests.FrontDoor;

/// <summary>What the command refuses to write, shown once: nginx ends TLS in front of NTLM.</summary>
public sealed class NaiveProxyTests(FrontDoorLab lab) : IClassFixture<FrontDoorLab>
{
    [Fact]
    public async Task Connections_that_clients_share_give_one_user_the_mailbox_of_another()
    {
        (Proxy proxy, int port) = await StartAsync("keepalive 1;", "proxy_http_version 1.1; proxy_set_header Connection \"\";");
        using (proxy)
        {
            using FrontEndClient anna = new(FrontDoorLab.Loopback, port, FrontDoorLab.Host);
            using HttpResponseMessage logon = await anna.LogOnAsync("/EWS/Exchange.asmx", "anna");
            using FrontEndClient stranger = new(FrontDoorLab.Loopback, port, FrontDoorLab.Host);
            using HttpResponseMessage answer = await stranger.AskAsync("/EWS/Exchange.asmx");

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("anna", await FrontEndClient.EchoAsync(answer, "user"));
        }
    }

    [Fact]
    public async Task Connections_that_are_closed_after_each_answer_never_log_on()
    {
        (Proxy proxy, int port) = await StartAsync(string.Empty, string.Empty);
        using (proxy)
        {
            using FrontEndClient anna = new(FrontDoorLab.Loopback, port, FrontDoorLab.Host);
            for (int i = 0; i < 5; i++)
            {
                using HttpResponseMessage logon = await anna.LogOnAsync("/EWS/Exchange.asmx", "anna");
                Assert.Equal(HttpStatusCode.Unauthorized, logon.StatusCode);
            }
        }
    }

    private async Task<(Proxy Proxy, int Port)> StartAsync(string upstream, string location)
    {
        int port = FreePorts.Next();
        FrontEndServer server = lab.Servers[0];
        string temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(p => $"{p}_temp_path {lab.CertificateFolder}/{p}; "));
        Proxy proxy = new($$"""
            worker_processes 1;
            events { }
            http {
                access_log off;
                {{temporary}}
                upstream exchange { server {{server.Settings.Address}}:{{server.HttpsPort}}; {{upstream}} }
                server {
                    listen {{FrontDoorLab.Loopback}}:{{port}} ssl;
                    ssl_certificate {{lab.CertificateFolder}}/{{FrontDoorLab.Host}}.pem;
                    ssl_certificate_key {{lab.CertificateFolder}}/{{FrontDoorLab.Host}}.pem;
                    location / { proxy_pass https://exchange; proxy_set_header Host $host; {{location}} }
                }
            }

            """, isNginx: true);
        await proxy.ListensAsync(FrontDoorLab.Loopback, port);
        return (proxy, port);
    }
}
