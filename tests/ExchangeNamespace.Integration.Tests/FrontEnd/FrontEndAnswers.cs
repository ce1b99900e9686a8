using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>
/// The healthy answers: what 2013 to Subscription Edition were seen to answer an unknown client, and an echo for a client that has logged on.
/// </summary>
internal sealed class FrontEndAnswers(FrontEndServer server)
{
    private const string HealthPage = "/healthcheck.htm";

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext context, FrontEndRequest request, LogonStep step)
    {
        string path = request.Target.Split('?')[0];
        FrontEndService? service = FrontEndPaths.Find(path);
        FrontEndFault? fault = server.FaultOf(service);
        HttpResponse response = context.Response;
        response.Headers.Server = server.Settings.Product.Web;
        if (server.TransportSecurity is { } hsts && request.IsSecure)
        {
            response.Headers.StrictTransportSecurity = hsts;
        }

        if (!request.IsSecure && fault != FrontEndFault.OpenOverHttp)
        {
            response.StatusCode = 403;
            return;
        }

        if (service is not { } known || !Has(known))
        {
            await FaultAnswers.NotFoundAsync(context);
            return;
        }

        if (fault is { } wrong && await FaultAnswers.TryAnswerAsync(context, wrong, step, path.EndsWith(HealthPage, StringComparison.OrdinalIgnoreCase), server.ShownName))
        {
            return;
        }

        NameServer(response, fault);
        await AnswerServiceAsync(context, request, known, step, path.ToLowerInvariant(), fault);
    }

    private bool Has(FrontEndService service) => service switch
    {
        FrontEndService.Mapi => server.Settings.Product.IsModern,
        FrontEndService.Api => server.Settings.Product.HasJson,
        _ => true,
    };

    private void NameServer(HttpResponse response, FrontEndFault? fault)
    {
        response.Headers.XPoweredBy = "ASP.NET";
        if (server.Settings.Product.IsModern && fault != FrontEndFault.HeadersStripped)
        {
            response.Headers["request-id"] = Guid.NewGuid().ToString();
            response.Headers["X-FEServer"] = server.ShownName;
        }
    }

    private async Task AnswerServiceAsync(
        HttpContext context, FrontEndRequest request, FrontEndService service, LogonStep step, string path, FrontEndFault? fault)
    {
        if (service != FrontEndService.Root && path == FrontEndPaths.Of(service).ToLowerInvariant() + HealthPage && server.Settings.Product.IsModern)
        {
            await HealthAsync(context, fault);
        }
        else if (step == LogonStep.LoggedOn)
        {
            await EchoAsync(context, request, service);
        }
        else if (service is FrontEndService.Root)
        {
            context.Response.Redirect($"https://{request.Host}/owa/");
        }
        else if (service is FrontEndService.Owa or FrontEndService.Ecp && !server.Schemes.ContainsKey(service))
        {
            await LogonPageAsync(context, request, path, fault);
        }
        else if (path == "/autodiscover/autodiscover.json" && server.Settings.Product.HasJson)
        {
            await JsonAsync(context);
        }
        else if (fault == FrontEndFault.Open)
        {
            await context.Response.WriteAsync("<html>Exchange</html>");
        }
        else
        {
            Challenge(context, request, service, step, fault);
        }
    }

    private async Task HealthAsync(HttpContext context, FrontEndFault? fault)
    {
        if (fault == FrontEndFault.Inactive)
        {
            context.Response.StatusCode = 503;
            return;
        }

        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("200 OK<br/>" + server.Fqdn.ToUpperInvariant());
    }

    private async Task LogonPageAsync(HttpContext context, FrontEndRequest request, string path, FrontEndFault? fault)
    {
        if (path != "/owa/auth/logon.aspx")
        {
            string url = Uri.EscapeDataString($"https://{request.Host}{path.TrimEnd('/')}/");
            context.Response.Redirect($"https://{request.Host}/owa/auth/logon.aspx?url={url}&reason=0");
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        if (fault != FrontEndFault.HeadersStripped)
        {
            context.Response.Headers["X-OWA-Version"] = server.Build;
        }

        string build = server.Settings.Product.IsModern ? server.Build[..server.Build.LastIndexOf('.')] : server.Build;
        string filler = string.Concat(Enumerable.Repeat("<!-- Copyright (c) Contoso -->\r\n", 850));
        await context.Response.WriteAsync(
            $"<!DOCTYPE html><html><head><link rel=\"shortcut icon\" href=\"/owa/auth/{build}/themes/resources/favicon.ico\"></head><body>Outlook\r\n{filler}</body></html>");
    }

    private async Task JsonAsync(HttpContext context)
    {
        string protocol = context.Request.Query["Protocol"].ToString() is { Length: > 0 } given ? given : "ActiveSync";
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(
            JsonSerializer.Serialize(new { Protocol = protocol, Url = $"https://{server.MobileHost}/Microsoft-Server-ActiveSync" }));
    }

    private void Challenge(HttpContext context, FrontEndRequest request, FrontEndService service, LogonStep step, FrontEndFault? fault)
    {
        context.Response.StatusCode = 401;
        if (service is FrontEndService.Mapi or FrontEndService.Autodiscover && fault != FrontEndFault.HeadersStripped)
        {
            context.Response.Headers["X-OWA-Version"] = server.Build;
        }

        if (service == FrontEndService.Mapi)
        {
            context.Response.Headers["X-FailureContext"] = "FrontEnd;401;VW5hdXRob3JpemVk;;;;";
        }

        string[] offered = server.Schemes.TryGetValue(service, out string[]? set) ? set : [.. FrontEndPaths.Schemes(service)];
        string scheme = request.Header("Authorization")?.Split(' ')[0] ?? string.Empty;
        if (step == LogonStep.Challenge && fault != FrontEndFault.FirstLegForgotten
            && offered.Contains(scheme, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.Headers.WWWAuthenticate = $"{scheme} {NtlmMessage.Second()}";
            if (fault == FrontEndFault.ClosedAfterFirstLeg)
            {
                context.Response.Headers.Connection = "close";
            }

            return;
        }

        string[] shown = fault switch
        {
            FrontEndFault.NoNegotiate => [.. offered.Where(s => s != "Negotiate")],
            FrontEndFault.NoNtlm => [.. offered.Where(s => s != "NTLM")],
            FrontEndFault.BasicOnly => ["Basic"],
            FrontEndFault.NoScheme => [],
            _ => offered,
        };
        context.Response.Headers.WWWAuthenticate =
            new([.. shown.Select(s => s == "Basic" ? $"Basic realm=\"{request.Host.Split(':')[0]}\"" : s)]);
    }

    /// <summary>Says to a client who it is, which connection and which server it has reached, and what a proxy added.</summary>
    private async Task EchoAsync(HttpContext context, FrontEndRequest request, FrontEndService service)
    {
        context.Response.Headers["X-BEServer"] = server.Settings.Name.ToUpperInvariant();
        if (service == FrontEndService.ActiveSync && request.Target.Contains("Cmd=Ping", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                await server.Held.HoldAsync(context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }

        long length = 0;
        byte[] buffer = new byte[16 * 1024];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, CancellationToken.None)) > 0;)
        {
            length += read;
        }

        Dictionary<string, string?> echo = new()
        {
            ["user"] = request.User,
            ["server"] = server.Settings.Name,
            ["connection"] = request.Connection,
            ["service"] = service.ToString(),
            ["method"] = request.Method,
            ["target"] = request.Target,
            ["host"] = request.Host,
            ["client"] = request.Client,
            ["length"] = length.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["forwardedFor"] = request.Header("X-Forwarded-For"),
            ["forwardedProto"] = request.Header("X-Forwarded-Proto"),
        };
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(echo)));
    }
}
