using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ExchangeNamespace.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>Web servers on addresses of the loopback that share one port for https and one for http, as sites on the Internet share 443 and 80.</summary>
internal sealed class WebServers : IAsyncDisposable
{
    private readonly List<X509Certificate2> _certificates = [];
    private readonly WebApplication _application;
    private ImmutableList<string> _asked = [];

    private WebServers(WebApplication application) => _application = application;

    public int HttpsPort { get; private init; }

    public int HttpPort { get; private init; }

    /// <summary>What was asked, as <c>address method url</c>.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>The headers that no client may have sent: whatever could say who asks.</summary>
    public bool SawCredentials { get; private set; }

    /// <summary>Starts servers; each address answers in its own way.</summary>
    /// <param name="authority">Who issues their certificates.</param>
    /// <param name="sites">The sites.</param>
    public static async Task<WebServers> StartAsync(TestAuthority authority, IReadOnlyCollection<WebSite> sites)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        List<X509Certificate2> certificates = [];
        int https = FreePorts.Next();
        int http = FreePorts.Next();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options =>
        {
            foreach (WebSite site in sites)
            {
                if (site.Names is null)
                {
                    options.Listen(IPAddress.Parse(site.Address), http);
                    continue;
                }

                X509Certificate2 certificate = authority.Issue(site.Names, site.DaysLeft, site.Subject);
                certificates.Add(certificate);
                options.Listen(IPAddress.Parse(site.Address), https, listen => listen.UseHttps(certificate));
            }
        });
        WebApplication application = builder.Build();
        WebServers servers = new(application) { HttpsPort = https, HttpPort = http };
        servers._certificates.AddRange(certificates);
        application.Run(context => servers.AnswerAsync(context, sites));
        await application.StartAsync();
        return servers;
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource now = new();
        await now.CancelAsync();
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
        _certificates.ForEach(c => c.Dispose());
    }

    private Task AnswerAsync(HttpContext context, IEnumerable<WebSite> sites)
    {
        string address = context.Connection.LocalIpAddress!.ToString();
        ImmutableInterlocked.Update(ref _asked, a => a.Add($"{address} {context.Request.Method} {context.Request.Scheme}://{context.Request.Host.Host}{context.Request.Path}"));
        SawCredentials |= context.Request.Headers.Authorization.Count > 0 || context.Request.Headers.Cookie.Count > 0 || context.Request.ContentLength > 0;
        WebSite site = sites.First(s => s.Address == address && (s.Names is not null) == context.Request.IsHttps);
        return site.Answer(context);
    }
}

/// <summary>One web site.</summary>
/// <param name="Address">An address of the loopback.</param>
/// <param name="Names">The names of its certificate; null for http.</param>
/// <param name="Answer">What it answers.</param>
internal sealed record WebSite(string Address, string[]? Names, Func<HttpContext, Task> Answer)
{
    public int DaysLeft { get; init; } = 90;

    /// <summary>The distinguished name of the certificate.</summary>
    public string Subject { get; init; } = "CN=server";

    /// <summary>The healthy answer of Exchange to an unknown client.</summary>
    public static Task Unauthorized(HttpContext context)
    {
        context.Response.StatusCode = 401;
        context.Response.Headers.WWWAuthenticate = new(["Negotiate", "NTLM", "Basic realm=\"mail.contoso.com\""]);
        return Task.CompletedTask;
    }

    public static Task Page(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<!DOCTYPE html><html><body>Welcome to Contoso</body></html>");
    }

    public static Task InvalidRequest(HttpContext context)
    {
        context.Response.ContentType = "text/xml; charset=utf-8";
        return context.Response.WriteAsync(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><Autodiscover xmlns=\"http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006\"><Response><Error Time=\"00:00:00\" Id=\"1\"><ErrorCode>600</ErrorCode><Message>Invalid Request</Message><DebugData /></Error></Response></Autodiscover>");
    }

    /// <summary>Never answers.</summary>
    public static async Task Silence(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client has gone, or the test is over.
        }
    }

    public static Task Hang(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static Func<HttpContext, Task> Status(int code) => context =>
    {
        context.Response.StatusCode = code;
        return Task.CompletedTask;
    };

    public static Func<HttpContext, Task> Redirect(string target, int code = 302) => context =>
    {
        context.Response.StatusCode = code;
        context.Response.Headers.Location = target;
        return Task.CompletedTask;
    };
}
