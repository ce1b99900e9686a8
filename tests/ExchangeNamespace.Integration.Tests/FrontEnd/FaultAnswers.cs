using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>The answers of directories that are broken, missing, or hidden by a device in front of them.</summary>
internal static class FaultAnswers
{
    /// <summary>Answers in place of Exchange; false where Exchange answers itself.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fault">What is wrong.</param>
    /// <param name="step">What the Authorization header came to.</param>
    /// <param name="isHealthPage">Whether the health page was asked for.</param>
    /// <param name="server">The name of the server.</param>
    public static async Task<bool> TryAnswerAsync(HttpContext context, FrontEndFault fault, LogonStep step, bool isHealthPage, string server)
    {
        switch (fault)
        {
            case FrontEndFault.PoolDown:
                await PageAsync(context, 503, "Microsoft-HTTPAPI/2.0", "<HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD><BODY><h2>Service Unavailable</h2><hr><p>HTTP Error 503. The service is unavailable.</p></BODY></HTML>");
                return true;
            case FrontEndFault.HostNotBound:
                await PageAsync(context, 400, "Microsoft-HTTPAPI/2.0", "<HTML><HEAD><TITLE>Bad Request</TITLE></HEAD><BODY><h2>Bad Request - Invalid Hostname</h2></BODY></HTML>");
                return true;
            case FrontEndFault.Missing:
                await NotFoundAsync(context);
                return true;
            case FrontEndFault.BackEndBroken:
                context.Response.Headers["X-FEServer"] = server;
                await PageAsync(context, 500, null, "<html>Server Error</html>");
                return true;
            case FrontEndFault.ErrorPage:
                context.Response.Redirect("/owa/auth/errorFE.aspx?httpCode=500");
                return true;
            case FrontEndFault.Portal:
                context.Response.Headers.Server = default;
                context.Response.Redirect("https://sts.contoso.com/adfs/ls/?wa=wsignin1.0");
                return true;
            case FrontEndFault.OtherSite:
                await PageAsync(context, 200, "nginx", "<!DOCTYPE html><html><body>Welcome to Contoso</body></html>");
                return true;
            case FrontEndFault.OtherDevice:
                context.Response.ContentType = "application/json";
                await WriteAsync(context, 403, "gateway", "{\"code\":403}");
                return true;
            case FrontEndFault.Forbidden:
                await PageAsync(context, 403, "haproxy", "<html><body><h1>403 Forbidden</h1></body></html>");
                return true;
            case FrontEndFault.BadGateway:
                await PageAsync(context, 502, "nginx", "<html><center><h1>502 Bad Gateway</h1></center></html>");
                return true;
            case FrontEndFault.GatewayTimeout:
                await PageAsync(context, 504, "nginx", "<html><center><h1>504 Gateway Time-out</h1></center></html>");
                return true;
            case FrontEndFault.ProxyChallenge:
                context.Response.Headers.WWWAuthenticate = new(["Negotiate", "NTLM"]);
                context.Response.Headers["Proxy-Support"] = "Session-Based-Authentication";
                await PageAsync(context, 401, null, "<HTML><HEAD><TITLE>Error Message</TITLE></HEAD></HTML>");
                return true;
            case FrontEndFault.Closed:
                context.Abort();
                return true;
            case FrontEndFault.DroppedAfterFirstLeg when step == LogonStep.Challenge:
                context.Abort();
                return true;
            case FrontEndFault.Silent:
                await UntilGoneAsync(context.RequestAborted);
                return true;
            case FrontEndFault.Inactive when isHealthPage:
            case FrontEndFault.NoNegotiate:
            case FrontEndFault.NoNtlm:
            case FrontEndFault.BasicOnly:
            case FrontEndFault.NoScheme:
            case FrontEndFault.DroppedAfterFirstLeg:
            case FrontEndFault.FirstLegForgotten:
            case FrontEndFault.ClosedAfterFirstLeg:
            case FrontEndFault.Inactive:
            case FrontEndFault.OpenOverHttp:
            case FrontEndFault.HeadersStripped:
            case FrontEndFault.Open:
                return false;
            default:
                throw new System.ArgumentOutOfRangeException(nameof(fault));
        }
    }

    /// <summary>IIS itself: no such path.</summary>
    public static Task NotFoundAsync(HttpContext context) =>
        PageAsync(context, 404, null, "<!DOCTYPE html><html><head><title>404 - File or directory not found.</title></head></html>");

    private static Task PageAsync(HttpContext context, int status, string? server, string html)
    {
        context.Response.ContentType = "text/html";
        return WriteAsync(context, status, server, html);
    }

    private static Task WriteAsync(HttpContext context, int status, string? server, string text)
    {
        context.Response.StatusCode = status;
        if (server is not null)
        {
            context.Response.Headers.Server = server;
        }

        return context.Response.WriteAsync(text);
    }

    private static async Task UntilGoneAsync(CancellationToken gone)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, gone);
        }
        catch (System.OperationCanceledException)
        {
            // The client has gone, or the test is over.
        }
    }
}
