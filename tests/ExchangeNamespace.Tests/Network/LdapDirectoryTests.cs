using System;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Kerberos;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Network;

/// <summary>Servers that are no directory, each told as what it is; real answers are in the integration tests.</summary>
public sealed class LdapDirectoryTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_port_without_a_server_cannot_be_reached() => Assert.Equal(FaultIds.DirectoryUnreachable, Ask(9, Long).Id);

    /// <summary>In clear no password leaves this machine: it is refused before anything but a connection is made.</summary>
    [Fact]
    public void A_password_is_not_sent_in_clear()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows signs and seals.");
        using X509Certificate2 certificate = TestCertificates.SelfSigned("CN=dc", ["dc"]);
        using LoopbackServer server = LoopbackServer.Tls(_ => certificate);

        Assert.Equal(FaultIds.DirectoryNeedsTls, Ask(server.Port, Long, new NetworkCredential("a", "b", "CORP")).Id);
    }

    [Fact]
    public void Stop_ends_the_question()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        using CancellationTokenSource stopped = new();
        stopped.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => LdapFactory.Ask(Question(((IPEndPoint)silent.LocalEndpoint).Port, Long), null, stopped.Token));
    }

    private static DirectoryQuestionException Ask(int port, TimeSpan timeout, NetworkCredential? credential = null) =>
        Assert.Throws<DirectoryQuestionException>(() => LdapFactory.Ask(Question(port, timeout), credential, CancellationToken.None));

    private static DirectoryQuestion Question(int port, TimeSpan timeout) => new()
    {
        Server = new ServerEndpoint("127.0.0.1", port, IsAddress: true),
        Names = ["http/mail.contoso.com"],
        Accounts = ["CORP\\EXCHASA$"],
        Timeout = timeout,
    };
}
