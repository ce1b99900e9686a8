using System;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>URLs: the scheme, the host, and the path of the service that the parameter is for.</summary>
internal static class UrlRules
{
    private const string Https = "https";
    private const string Http = "http";

    public static void Check(FindingSink sink, CommandBinding binding, CmdletParameter parameter, ScriptValue value)
    {
        if (value.Single is not { Kind: ScriptValueKind.Text, Text.Length: > 0 } item)
        {
            return;
        }

        ValueProblems problems = new(sink, parameter.Name, item);
        ServiceParameter? service = ServiceParameter.Find(sink.Target.Catalog.Services, binding.Cmdlet.Name, parameter.Name);
        ScriptUrl url = ScriptUrl.Read(item.Text);
        url = url with { Scheme = Scheme(problems, binding, parameter, url, service) };
        if (url.Host.Length > 0)
        {
            url = url with { Host = HostRules.Check(sink, problems, parameter, url.Host, service) };
            url = service is null ? url : url with { Path = PathOf(problems, binding, parameter, url, service.Definition) };
        }

        problems.Report(HostRules.IsWellFormed(url.Host) ? url.ToString() : null);
    }

    private static string Scheme(
        ValueProblems problems, CommandBinding binding, CmdletParameter parameter, ScriptUrl url, ServiceParameter? service)
    {
        bool isHttp = Is(url.Scheme, Http);
        string scheme = isHttp && service?.MayBeHttp != false ? Http
            : url.Scheme.Length == 0 && service?.MayBeHttp == true ? SchemeOfOthers(binding) ?? service.Definition.Scheme
            : Https;
        if (!url.HasScheme)
        {
            problems.Error(
                ScriptFindingCodes.UrlWithoutScheme, $"The value of -{parameter.Name} has no scheme, so it is no URL.",
                $"Write {scheme}:// in front.");
        }
        else if (!isHttp && !Is(url.Scheme, Https))
        {
            problems.Error(
                ScriptFindingCodes.UrlWithoutScheme,
                $"The value of -{parameter.Name} has the scheme {VisibleText.Short(url.Scheme)}; a service has http or https.",
                $"Write {scheme}:// in front.");
        }
        else if (isHttp && service?.MayBeHttp == false)
        {
            problems.Warning(
                ScriptFindingCodes.UrlOverHttp,
                $"The value of -{parameter.Name} begins with http, so clients are sent to a URL without encryption.",
                "Write https. Where a load balancer takes the encryption off, the URL of the clients begins with https all the same.");
        }

        return url.HasScheme && Is(scheme, url.Scheme) ? url.Scheme : scheme;
    }

    private static string PathOf(
        ValueProblems problems, CommandBinding binding, CmdletParameter parameter, ScriptUrl url, ServiceDefinition service)
    {
        string path = url.Path.TrimEnd('/');
        string directory = ScriptUrl.DirectoryOf(service.Path);
        bool isFile = service.Path.TrimStart('/') != directory;
        if (Is(path, service.Path) || (!isFile && Is(url.Directory, directory)) || IsOwnDirectory(binding, url.Directory, directory))
        {
            return url.Path;
        }

        string remedy = $"Write {service.Path}.";
        if (path.Length == 0)
        {
            problems.Warning(
                ScriptFindingCodes.UrlPathWrong,
                $"The value of -{parameter.Name} has no path; {service.Service} is at {service.Path}.", remedy);
        }
        else if (!Is(url.Directory, directory) && ServiceParameter.WithDirectory(url.Directory) is { } other)
        {
            problems.Error(
                ScriptFindingCodes.UrlPathWrong,
                $"The value of -{parameter.Name} has the path {VisibleText.Short(url.Path)} of {other.Service}; "
                + $"{service.Service} is at {service.Path}.",
                remedy);
        }
        else
        {
            problems.Warning(
                ScriptFindingCodes.UrlPathWrong,
                $"The value of -{parameter.Name} has the path {VisibleText.Short(url.Path)}; "
                + $"setup puts {service.Service} at {service.Path}.",
                remedy);
        }

        return service.Path;
    }

    /// <summary>Whether the identity names a directory that setup did not make, and the path is that one.</summary>
    private static bool IsOwnDirectory(CommandBinding binding, string written, string usual)
    {
        ScriptItem? identity = binding.Named.FirstOrDefault(n => n.Key.Name == "Identity").Value?.Single;
        if (identity is not { Kind: ScriptValueKind.Text } || written.Length == 0)
        {
            return false;
        }

        string name = identity.Text.Substring(identity.Text.LastIndexOf('\\') + 1);
        int site = name.IndexOf('(');
        name = (site < 0 ? name : name.Substring(0, site)).Trim(' ', '*');
        return !Is(name, usual) && Is(name, written);
    }

    private static string? SchemeOfOthers(CommandBinding binding) => binding.Named.Values
        .Select(v => v?.Single is { Kind: ScriptValueKind.Text } i ? ScriptUrl.Read(i.Text) : null)
        .FirstOrDefault(u => u is { HasScheme: true } && (Is(u.Scheme, Http) || Is(u.Scheme, Https)))?.Scheme;

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
