using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Serialization;

/// <summary>Reads one assignment of a service set. Whether a version can do what it says is judged with the servers that use it.</summary>
internal static class AssignmentReader
{
    private const string Value = "value";

    public static ServiceAssignment Read(MemberReader members)
    {
        ClientService service = members.RequiredChoice<ClientService>("service");
        return new ServiceAssignment
        {
            Service = service,
            Internal = members.RequiredObject("internal", m => Setting(m, service)),
            External = members.RequiredObject("external", m => Setting(m, service)),
            SiteScope = SiteScopeReader.Read(members),
            AdditionalParameters = members.Objects("additionalParameters", Companion),
        };
    }

    private static UrlSetting Setting(MemberReader members, ClientService service)
    {
        SettingAction action = members.RequiredChoice<SettingAction>("action");
        string reason = members.RequiredText("reason");
        if (action == SettingAction.Set)
        {
            return UrlSetting.Set(HostOrUrl(members, service, members.RequiredText(Value)), reason);
        }

        if (members.Text(Value) is { } unused)
        {
            members.Refuse(FaultIds.InputContradiction, Value, unused, $"has no use beside the action {action}. Leave it out.");
        }

        return action == SettingAction.Clear ? UrlSetting.Clear(reason) : UrlSetting.Leave(reason);
    }

    private static string HostOrUrl(MemberReader members, ClientService service, string text)
    {
        string path = members.PathOf(Value);
        InputFault? fault;
        if (ServiceCatalog.Define(service).Path.Length == 0)
        {
            if (Fqdn.TryParse(text, path, out Fqdn? host, out fault))
            {
                return host.Value;
            }
        }
        else if (ServiceUrl.TryNormalise(text, path, out string? url, out fault))
        {
            return url;
        }

        members.Faults.Add(fault);
        return string.Empty;
    }

    private static AdditionalParameter Companion(MemberReader members)
    {
        string parameter = members.RequiredText("parameter");
        if (!IsWord(parameter))
        {
            members.Refuse(FaultIds.ValueNotListed, "parameter", parameter,
                $"'{VisibleText.Short(parameter)}' is not the name of a parameter.");
        }

        bool asked = members.Boolean("asked") == true;
        if (members.Boolean(Value) is { } value)
        {
            return new AdditionalParameter { Parameter = parameter, Values = [value ? bool.TrueString : bool.FalseString], IsBoolean = true,
                IsAsked = asked };
        }

        IReadOnlyList<string> values = members.RequiredTexts("values");
        if (values.Count == 0 || !values.All(v => IsWord(v) || Fqdn.TryParse(v, parameter, out _, out _)))
        {
            members.Refuse(FaultIds.ValueNotListed, "values", null,
                "is not a list of at least one method or host, such as Basic or download.contoso.com.");
        }

        return new AdditionalParameter { Parameter = parameter, Values = values, IsAsked = asked };
    }

    private static bool IsWord(string text) =>
        text.Length > 0
            && Array.TrueForAll(text.ToCharArray(), c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));
}
